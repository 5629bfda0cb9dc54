import fc from 'fast-check'
import type { OnDemandPlan, PlanIntervention, StreamPlan } from '../../src/engine/index.ts'
import { SECOND } from './play.ts'
import { stream } from './testPlan.ts'

// Streams whose shards split and merge, by hand and by themselves, with all the times of it made short: a run of seconds sees what
// AWS does in minutes and days.

const millis = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 })
const seconds = (min: number, max: number) => fc.integer({ min: min * SECOND, max: max * SECOND })
const HOUR = 3600 * SECOND
const KIB = 1024

export const streamValues = {
  retentionMicros: fc.oneof(fc.constant(86_400 * SECOND), seconds(1, 10)),
  writeRecordsPerSecond: fc.constantFrom(10, 60, 1000),
  writeBytesPerSecond: fc.constantFrom(20_000, 200_000, 1_048_576),
  recordBytesLimit: fc.constantFrom(50_000, 1_048_576),
  putRecordsLimit: fc.constantFrom(5, 500),
  putBytesLimit: fc.constantFrom(100_000, 10_485_760),
  readCallsPerSecond: fc.constantFrom(0, 0.5, 5),
  readBytesPerSecond: fc.constantFrom(50_000, 2_097_152),
  getRecordsLimit: fc.constantFrom(100, 10_000),
  getBytesLimit: fc.constantFrom(104_858, 10_485_760),
  getPenaltyMicros: fc.constantFrom(0, 5 * SECOND),
  throttleWindowMicros: fc.constantFrom(0, 0, SECOND),
  readRecordsPerSecond: fc.constantFrom(0, 0, 200),
}

/** What is turned during a run beside the limits. */
export const streamChanges = {
  mode: fc.constantFrom(0, 1, 2),
  warmBytesPerSecond: fc.integer({ min: 0, max: 60 * KIB }),
  spreadsEvenly: fc.constantFrom(0, 1),
}

const onDemand: fc.Arbitrary<OnDemandPlan> = fc.record({
  atStart: fc.boolean(),
  leastBytesPerSecond: fc.constant(8 * KIB),
  mostBytesPerSecond: fc.constantFrom(60 * KIB, 200 * KIB),
  shardsMost: fc.constantFrom(4, 7),
  timesPeak: fc.constant(2),
  historyMicros: seconds(2, 10),
  historyBytesPerSecond: fc.constantFrom(0, 20 * KIB),
  warmBytesPerSecond: fc.constantFrom(0, 30 * KIB),
  lookBackMicros: seconds(1, 4),
  splitBytesPerSecond: fc.constantFrom(2 * KIB, 20 * KIB),
  splitWithinMicros: millis(100, 2000),
  measureMicros: millis(200, 1000),
})

export const streams: fc.Arbitrary<StreamPlan[]> = fc
  .array(
    fc.record({
      shards: fc.integer({ min: 1, max: 4 }),
      shardsAtMost: fc.integer({ min: 4, max: 10 }),
      recordsPerDot: fc.constantFrom(1, 10, 100),
      turnable: fc.record(streamValues),
      onDemand: fc.option(onDemand, { freq: 3 }),
      spreads: fc.boolean(),
      reshardMicros: millis(50, 2500),
      windowMicros: seconds(1, 20),
    }),
    { maxLength: 2 },
  )
  .map((all) =>
    all.map(({ spreads, reshardMicros, windowMicros, ...own }, i): StreamPlan => {
      const scales = own.onDemand?.atStart ?? false
      const plain = stream()
      return stream({
        ...own,
        id: `stream-${i}`,
        resharding: { ...plain.resharding, micros: reshardMicros, countCallsMost: 2, countWindowMicros: windowMicros },
        spreadsEvenly: spreads && scales,
        changes: {
          mode: scales ? 2 : 0,
          modeSwitchesMost: 2,
          modeSwitchWindowMicros: windowMicros,
          updateMicros: reshardMicros,
          advantageLeastMicros: windowMicros,
          warmBytesMost: 50 * KIB,
          retentionLeastMicros: HOUR,
          retentionMostMicros: 24 * HOUR,
        },
      })
    }),
  )

type Base = { at: fc.Arbitrary<number>; kind: fc.Arbitrary<'stream'>; node: fc.Arbitrary<number> }

/** What a person does to the shards of a stream; much of it is refused. */
export function streamStep(base: Base): fc.Arbitrary<PlanIntervention> {
  const shard = fc.nat(9)
  return fc.oneof(
    fc.record({
      ...base,
      action: fc.constant('splitShard' as const),
      shard: fc.nat(5),
      startingHashKey: fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map(String) },
      ),
    }),
    fc
      .record({ ...base, action: fc.constant('mergeShards' as const), shard })
      .chain(
        (step): fc.Arbitrary<PlanIntervention> =>
          fc.constantFrom(-1, 1, 2).map((by) => ({ ...step, adjacent: Math.max(0, step.shard + by) })),
      ),
    fc.record({ ...base, action: fc.constant('updateShardCount' as const), target: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      ...base,
      action: fc.constant('setRetention' as const),
      micros: fc.constantFrom(HOUR, 5 * HOUR, 25 * HOUR, HOUR + 1),
    }),
  )
}
