import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicationCounts, createEngine } from '../../src/engine/index.ts'
import * as Shard from '../../src/engine/kinesis/shardColumn.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { runs } from '../runs.ts'
import { unbalanced } from './ledger.ts'
import { sum } from './play.ts'
import { plans } from './randomPlans.ts'
import { ofShards } from './shards.ts'

const shares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 })
  .map((all) => all.sort((a, b) => a - b))

describe('conservation', () => {
  it('nothing appears or vanishes, at random moments of random runs', () => {
    fc.assert(
      fc.property(plans, fc.nat(), shares, (plan, seed, moments) => {
        const engine = createEngine(plan, seed)
        for (const share of [...moments, 1]) {
          engine.run(Math.floor(share * plan.durationMicros), Number.POSITIVE_INFINITY)
          expect(unbalanced(engine)).toEqual([])
        }
      }),
      { numRuns: runs(150) },
    )
  })

  it('nor in the middle of a moment', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.integer({ min: 1, max: 3000 }), (plan, seed, events) => {
        const engine = createEngine(plan, seed)
        for (let k = 0; k < 8; k++) {
          const result = engine.run(plan.durationMicros, events)
          expect(unbalanced(engine)).toEqual([])
          if (result === 'reached') break
        }
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('the random runs', () => {
  it('reach everything that the accounts speak of', () => {
    const seen: Record<string, number> = {}
    const add = (name: string, value: number) => {
      seen[name] = (seen[name] ?? 0) + value
    }
    for (const plan of fc.sample(plans, { numRuns: runs(200), seed: 7 })) {
      const engine = createEngine(plan, 1)
      engine.run(plan.durationMicros, Number.POSITIVE_INFINITY)
      engine.settle()
      for (const { links } of engine.producers) {
        for (const link of links) {
          add('stored', link.storedTotal)
          add('not yet stored', link.notYetStored)
          add('held', link.held)
          add('dropped', link.droppedTotal)
          add('given up', link.givenUpTotal)
          add('refused', link.refusedTotal)
        }
      }
      for (const { c, inFlight } of engine.queues) {
        add('in flight', inFlight)
        add('deleted', c[Queue.DELETED]!)
        add('deleted late', c[Queue.DELETED_LATE]!)
        add('returned', c[Queue.RETURNED_COUNT]!)
        add('expired', c[Queue.EXPIRED]! - c[Queue.EXPIRED_IN_FLIGHT]!)
        add('expired in flight', c[Queue.EXPIRED_IN_FLIGHT]!)
        add('purged', c[Queue.PURGED]! - c[Queue.PURGED_IN_FLIGHT]!)
        add('purged in flight', c[Queue.PURGED_IN_FLIGHT]!)
        add('over limit', c[Queue.OVER_LIMIT]!)
        add('empty', c[Queue.EMPTY]!)
      }
      for (const application of engine.applications) {
        const counts = applicationCounts(application, engine.now)
        add('processed', counts.processed)
        add('processed again', counts.processedAgain)
        add('failed', counts.failed)
        add('skipped', counts.skipped)
        add('lost unread', counts.lostUnread)
      }
      for (const stream of engine.streams) {
        add('trimmed', sum(ofShards(stream, Shard.TRIM)))
        add('penalties', sum(ofShards(stream, Shard.READS_REFUSED_BY_PENALTY)))
        add('calls refused', sum(ofShards(stream, Shard.READS_REFUSED_BY_CALLS)))
        add('bytes refused', sum(ofShards(stream, Shard.READS_REFUSED_BY_BYTES)))
      }
    }
    expect(Object.entries(seen).filter(([, total]) => total < 3)).toEqual([])
  })
})
