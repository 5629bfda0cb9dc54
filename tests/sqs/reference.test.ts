import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEngine, type TurnableQueue } from '../../src/engine/index.ts'
import { OVER_LIMIT } from '../../src/engine/sqs/queueCounters.ts'
import { HandleAnswer } from '../../src/engine/sqs/queueModel.ts'
import { plan, producer, queue } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'
import { handleOf } from './queueBench.ts'
import { ReferenceQueue } from './reference.ts'

const SECOND = 1_000_000

/** Moments are multiples of a second apart, so many timeouts and expiries meet in one moment; one call a moment. */
const step = fc.record({
  after: fc.integer({ min: 1, max: 12 }),
  call: fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), bytes: fc.constantFrom(10, 10, 10, 2000) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('receive' as const), most: fc.integer({ min: 1, max: 12 }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('set' as const),
        timeout: fc.integer({ min: 0, max: 20 }),
        retention: fc.integer({ min: 5, max: 90 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const) }) },
  ),
})
const limits: fc.Arbitrary<Partial<TurnableQueue>> = fc.record({
  visibilityTimeoutMicros: fc.integer({ min: 0, max: 15 }).map((seconds) => seconds * SECOND + 500_000),
  retentionMicros: fc.integer({ min: 20, max: 200 }).map((seconds) => seconds * SECOND),
  inFlightLimit: fc.constantFrom(2, 5, 120_000),
  messageBytesLimit: fc.constant(1000),
  batchLimit: fc.constantFrom(1, 3, 10),
})

it('a random conversation with a queue goes as with one written from the facts alone', () => {
  fc.assert(
    fc.property(limits, fc.array(step, { minLength: 5, maxLength: 120 }), (turnable, steps) => {
      const engine = createEngine(
        plan({
          durationMicros: 1e12,
          binMicros: 1e12,
          producers: [producer({ turnable: { ratePerSecond: 0 } })],
          queues: [queue({ turnable })],
        }),
        1,
      )
      const store = engine.queues[0]!
      const reference = new ReferenceQueue(store.settings)
      const out = new Int32Array(100)
      const handles: { slot: number; message: number; receives: number }[] = []
      let now = 0
      for (const { after, call } of steps) {
        now += after * SECOND
        engine.run(now, Number.POSITIVE_INFINITY)
        reference.advance(now)
        switch (call.do) {
          case 'send': {
            const record = engine.world.records.add(0, now, 0, call.bytes)
            expect(store.accept(record, 0, call.bytes, now) === 0).toBe(reference.send(now, call.bytes))
            break
          }
          case 'receive': {
            const overBefore = store.c[OVER_LIMIT]!
            const count = store.receive(call.most, out, now)
            const got = [...out.subarray(0, count)].map((slot) => ({ slot, ...handleOf(store, slot) }))
            handles.push(...got)
            const seen =
              store.c[OVER_LIMIT]! > overBefore
                ? 'over limit'
                : got.map(({ message, receives }) => ({ message, receives }))
            expect(seen).toEqual(reference.receive(now, call.most))
            break
          }
          case 'delete': {
            const handle = handles[call.which % Math.max(1, handles.length)]
            if (!handle) break
            const { slot, message, receives } = handle
            expect(store.delete(slot, message, receives, now) === HandleAnswer.done).toBe(
              reference.delete(message, receives),
            )
            break
          }
          case 'set':
            store.set('visibilityTimeoutMicros', call.timeout * SECOND + 500_000, now)
            reference.limits.visibilityTimeoutMicros = call.timeout * SECOND + 500_000
            store.set('retentionMicros', call.retention * SECOND, now)
            reference.limits.retentionMicros = call.retention * SECOND
            break
          case 'purge':
            store.purge(now)
            reference.purge()
        }
        engine.run(now, Number.POSITIVE_INFINITY)
        reference.advance(now)
        expect([store.visible, store.inFlight]).toEqual([reference.visible, reference.inFlight])
      }
    }),
    { numRuns: runs(300) },
  )
})
