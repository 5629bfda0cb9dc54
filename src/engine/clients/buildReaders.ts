import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import { ParallelProcessor } from './parallelProcessor.ts'
import { Poison } from './poison.ts'
import { SerialProcessor } from './serialProcessor.ts'
import { ShardReader } from './shardReader.ts'
import { ShardTally } from './shardTally.ts'

/** What the numbering gives each shard of an application: they stand one after another. */
export type ReaderResources = {
  firstTimer: number
  firstTrack: number
  serviceStreams: number[]
  failureStreams: number[]
  /** Of work that goes on after a shard is lost; empty where none does. */
  zombieServiceStreams: number[]
  zombieFailureStreams: number[]
}

type ReadersOf = {
  stream: Stream
  plan: ApplicationPlan
  settings: Readonly<TurnableApplication>
  /** Latencies of all shards together. */
  histogram: Uint32Array
}

/** A reader for each shard that the stream can have; those that are not made yet do nothing. */
export function buildReaders(world: World, of: ReadersOf, resources: ReaderResources): ShardReader[] {
  const { stream, plan, settings, histogram } = of
  const poison = new Poison(world, plan.poisonKey, settings)
  const Processor = plan.worksInParallel ? ParallelProcessor : SerialProcessor
  return Array.from({ length: stream.plan.shardsAtMost }, (_, shard) => {
    const tally = new ShardTally(world.state, histogram)
    const batchesAtMost = plan.prefetchBatches + 1
    const parts = { stream, shard, reader: plan.id, settings, tally, poison, batchesAtMost }
    const withStreams = (service: number, failure: number) =>
      new Processor(world, { ...parts, streams: { service, failure } })
    const { serviceStreams, failureStreams, zombieServiceStreams, zombieFailureStreams } = resources
    const processor = withStreams(serviceStreams[shard]!, failureStreams[shard]!)
    const zombie = plan.kcl && withStreams(zombieServiceStreams[shard]!, zombieFailureStreams[shard]!)
    const [timer, track] = [resources.firstTimer + shard, resources.firstTrack + shard]
    return new ShardReader(world, { stream, shard, settings, plan, processor, zombie, timer, track })
  })
}
