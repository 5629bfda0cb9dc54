import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CALLS, CALLS_REFUSED } from '../../src/engine/clients/shardReader.ts'
import { LATENCY_SUM, PROCESSED } from '../../src/engine/clients/shardTally.ts'
import { play, SECOND } from '../engine/play.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'
import { readPlainly } from './plainReader.ts'

const readers = fc.array(
  fc.record({
    intervalMicros: fc.integer({ min: 20_000, max: 1_500_000 }),
    phaseMicros: fc.integer({ min: 0, max: 300_000 }),
    latencyMicros: fc.constantFrom(0, 15_000, 700_000),
    recordsPerCall: fc.constantFrom(1, 7, 100, 10_000),
    prefetchBatches: fc.integer({ min: 0, max: 4 }),
    serviceMicros: fc.constantFrom(1, 300, 9000, 60_000),
  }),
  { minLength: 1, maxLength: 3 },
)

it('random readers of a shard do what a plain loop over the facts does, to the microsecond', () => {
  fc.assert(
    fc.property(
      readers,
      fc.integer({ min: 5, max: 400 }),
      fc.constantFrom(100, 3000),
      fc.constantFrom(5, 50),
      fc.constantFrom(4000, 60_000, 2_097_152),
      fc.constantFrom(2500, 40_000, 10_485_760),
      fc.nat(),
      (drawn, ratePerSecond, recordBytesMax, callsPerSecond, bytesPerSecond, bytesPerCall, seed) => {
        const engine = play(
          plan({
            durationMicros: 20 * SECOND,
            producers: [producer({ spacing: 1, recordBytesMax, turnable: { ratePerSecond, recordBytes: 50 } })],
            streams: [
              stream({
                turnable: {
                  readCallsPerSecond: callsPerSecond,
                  readBytesPerSecond: bytesPerSecond,
                  getBytesLimit: bytesPerCall,
                },
              }),
            ],
            applications: drawn.map(
              ({ intervalMicros, phaseMicros, latencyMicros, recordsPerCall, prefetchBatches, serviceMicros }, i) =>
                application({
                  id: `application-${i}`,
                  pollPhaseMicros: phaseMicros,
                  prefetchBatches,
                  turnable: {
                    pollIntervalMicros: intervalMicros,
                    callLatencyMicros: latencyMicros,
                    recordsPerCall,
                    serviceMicros,
                  },
                }),
            ),
          }),
          20,
          seed,
        )
        const { log, storedAt } = engine.streams[0]!.shards[0]!
        const { records } = engine.world
        const stored = Array.from({ length: log.length }, (_, i) => {
          const reference = log.get(i)
          return {
            storedAt: storedAt.get(i),
            createdAt: records.createdAt(reference),
            bytes: records.bytesOf(reference) + 'user-0'.length,
          }
        })
        const expected = readPlainly(
          stored,
          drawn.map(({ phaseMicros, ...own }) => ({ firstPollAt: phaseMicros + own.intervalMicros, ...own })),
          { callsPerSecond, bytesPerSecond, bytesPerCall, penaltyMicros: 5 * SECOND },
          20 * SECOND,
        )
        const actual = engine.applications.map(({ readers: [own] }) => ({
          fetched: own!.fetched,
          calls: own!.s[CALLS],
          refused: own!.s[CALLS_REFUSED],
          processed: own!.processor.tally.t[PROCESSED],
          latencySum: own!.processor.tally.t[LATENCY_SUM],
        }))
        expect(actual).toEqual(
          expected.map(({ fetched, calls, refused, completedAt }) => ({
            fetched,
            calls,
            refused,
            processed: completedAt.length,
            latencySum: completedAt.reduce((sum, at, i) => sum + at - stored[i]!.createdAt, 0),
          })),
        )
      },
    ),
    { numRuns: runs(120) },
  )
})
