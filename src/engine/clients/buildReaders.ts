import type { Downstream } from '../downstream/downstream.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import type { FanOutPlan } from './fanOutPlan.ts'
import { Poison } from './poison.ts'
import type { ProcessorParts, RecordProcessor } from './recordProcessor.ts'
import { SerialProcessor } from './serialProcessor.ts'
import { type ReaderParts, ShardReader } from './shardReader.ts'
import { ShardTally } from './shardTally.ts'

/** A processor that calls a system downstream; `onBatchDone` is told whenever it has worked a batch. */
export type BuildCallingProcessor = (
  world: World,
  parts: ProcessorParts,
  downstream: Downstream,
  onBatchDone: (now: Micros) => void,
) => RecordProcessor

/** What only some readers are made of. */
export type ReaderBuilders = {
  /** Records are pushed to it. */
  readonly fanOutReader: (world: World, parts: ReaderParts, plan: FanOutPlan) => ShardReader
  /** It works all records of a batch at once. */
  readonly parallelProcessor: (world: World, parts: ProcessorParts) => RecordProcessor
}

/** What an application that calls a system downstream needs. */
export type Calling = { downstream: Downstream; build: BuildCallingProcessor }

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
export function buildReaders(
  world: World,
  of: ReadersOf,
  resources: ReaderResources,
  calling: Calling | null,
  builders: ReaderBuilders | null,
): ShardReader[] {
  const { stream, plan, settings, histogram } = of
  const poison = new Poison(world, plan.poisonKey, settings)
  const readers: ShardReader[] = []
  for (let shard = 0; shard < stream.plan.shardsAtMost; shard++) {
    const tally = new ShardTally(world.state, histogram)
    const batchesAtMost = plan.prefetchBatches + 1
    const parts = { stream, shard, reader: plan.id, settings, tally, poison, batchesAtMost }
    const withStreams = (service: number, failure: number) => {
      const all = { ...parts, streams: { service, failure } }
      if (calling === null)
        return plan.worksInParallel ? builders!.parallelProcessor(world, all) : new SerialProcessor(world, all)
      return calling.build(world, all, calling.downstream, (now) => workIsDone(readers[shard]!, now))
    }
    const { serviceStreams, failureStreams, zombieServiceStreams, zombieFailureStreams } = resources
    const processor = withStreams(serviceStreams[shard]!, failureStreams[shard]!)
    const zombie = plan.kcl && withStreams(zombieServiceStreams[shard]!, zombieFailureStreams[shard]!)
    const [timer, track] = [resources.firstTimer + shard, resources.firstTrack + shard]
    const own = { stream, shard, settings, plan, processor, zombie, timer, track }
    readers.push(
      plan.fanOut === undefined ? new ShardReader(world, own) : builders!.fanOutReader(world, own, plan.fanOut),
    )
  }
  return readers
}

/** A reader that waits for room, or for the end of its shard, looks again. */
function workIsDone(reader: ShardReader, now: Micros): void {
  if (reader.hasReadAll) reader.finish(now)
  else reader.replan(now)
}
