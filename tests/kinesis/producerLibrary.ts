import type { Engine, KplPlan, Plan, ProducerPlan } from '../../src/engine/index.ts'
import { kpl, plan, producer, stream } from '../engine/testPlan.ts'

// Runs with producers that send with the producer library.

export const OVERHEAD = 8
const KEY = 'k'

export type Changes = Parameters<typeof producer>[0]

/** A producer that sends with the library, calls taking no time; one key, of one byte. */
export const packs = (own: Partial<KplPlan> = {}, changes: Changes = {}): ProducerPlan =>
  producer({ keys: { kind: 'list', keys: [KEY] }, kpl: kpl(own), ...changes })

/** One shard; whatever the producer sends it, it may pack. */
export const library = (of: ProducerPlan, parts: Partial<Plan> = {}, shards = 1): Plan =>
  plan({
    producers: [of],
    streams: [stream({ shards, packing: packing(of) })],
    ...parts,
  })

export const packing = ({ kpl: own }: ProducerPlan, producers = 1) => ({
  overheadBytes: OVERHEAD,
  producers: Array.from({ length: producers }, (_, index) => ({
    index,
    bytesMost: own!.aggregates ? own!.aggregateBytes : 0,
  })),
})

export const linkOf = (engine: Engine, from = 0) => engine.producers[from]!.links[0]!
