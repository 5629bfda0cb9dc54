import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Watch } from '../../src/engine/index.ts'
import type { Intervention } from '../../src/scenario/scenario.ts'
import { engineOf, gaugeOf, type QueueScene } from './queueScene.ts'

const whole = (min: number, max: number) => fc.integer({ min, max })

const steps = fc.array(
  fc.oneof(
    fc.record({ at: whole(1, 40e6), node: fc.constant('queue-0'), action: fc.constant('redrive') }),
    fc.record({
      ...{ at: whole(1, 40e6), node: fc.constant('orders'), action: fc.constant('set') },
      ...{ field: fc.constant('retentionHours'), value: fc.constantFrom(0.001, 0.003, 0.01) },
    }),
    fc.record({
      ...{ at: whole(1, 40e6), node: fc.constant('workers-0'), action: fc.constantFrom('crash', 'start') },
      worker: whole(0, 2),
    }),
  ),
  { maxLength: 5 },
)

const scenes = fc
  .record({
    seed: whole(0, 2 ** 31),
    rate: whole(0, 40),
    retentionHours: fc.constantFrom(0.002, 0.004, 24),
    startSeconds: fc.constantFrom(0, 7),
    startPosition: fc.constantFrom('LATEST' as const, 'TRIM_HORIZON' as const),
    visibilityTimeoutSeconds: fc.constantFrom(0.2, 1, 5),
    maxReceiveCount: whole(0, 3),
    shuffleWindow: fc.constantFrom(0, 10),
    serviceMs: whole(1, 900),
    failureShare: fc.constantFrom(0, 0.3),
    waitSeconds: fc.constantFrom(0, 20),
    steps,
  })
  .map(({ seed, rate, retentionHours, steps, serviceMs, failureShare, waitSeconds, ...own }): QueueScene => {
    const workers = { workers: 3, messagesPerCall: 5, serviceMs, failureShare, waitSeconds }
    return {
      ...{ seed, rate, durationSeconds: 40, stream: { retentionHours } },
      queues: [{ own, workers }, { workers: { workers: 1, serviceMs: 20 } }],
      interventions: ([...steps] as Intervention[]).sort((a, b) => a.at - b.at),
    }
  })

/** Every record that a queue has offered is in exactly one place, or gone for one reason. */
function expectKept(engine: ReturnType<typeof engineOf>, number: number): void {
  const of = (name: string) => gaugeOf(engine, name, number)
  const there = of('visible') + of('inFlight') + of('deadLetters')
  const gone = of('acknowledgedTotal') + of('expiredTotal') + of('deadExpiredTotal')
  expect(there + gone).toBe(of('offeredTotal'))
  const paints = (name: string) => Array.from({ length: 8 }, (_, i) => of(`${name}${i}`)).reduce((a, b) => a + b, 0)
  expect([paints('visiblePaint'), paints('inFlightPaint')]).toEqual([of('visible'), of('inFlight')])
}

test('KIN6.02 conservation: offered = waiting + in flight + dead + acknowledged + expired, and all of it lies in the stream', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const engine = engineOf(scene)
      for (const at of [5e6, 17e6, 40e6]) {
        engine.run(at, Number.POSITIVE_INFINITY)
        for (const number of [0, 1]) expectKept(engine, number)
      }
      const stored = engine.streams[0]!.shards.reduce((sum, { tip }) => sum + tip, 0)
      expect(gaugeOf(engine, 'offeredTotal', 1)).toBe(stored)
      if (scene.queues[0]!.own!.startSeconds === 0) expect(gaugeOf(engine, 'offeredTotal')).toBe(stored)
    }),
    { numRuns: 15 },
  )
})

test('KIN6.02 nothing is handed out again after its acknowledgement, and never to two at once', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const engine = engineOf(scene)
      const acknowledged = new Set<number>()
      const inHand = new Set<number>()
      let again = 0
      const watch: Watch = {
        note(step, reference, node) {
          if (node === 'queue-0' && step === 'deleted') acknowledged.add(reference)
          if (node === 'queue-0') inHand.delete(reference)
          if (step !== 'received' || node !== 'workers-0') return
          if (acknowledged.has(reference) || inHand.has(reference)) again++
          inHand.add(reference)
        },
      }
      engine.watch(watch)
      engine.run(40e6, Number.POSITIVE_INFINITY)
      expect(again).toBe(0)
    }),
    { numRuns: 12 },
  )
})

test('KIN6.02 two queues on one stream are independent: whatever one does, the other runs the same', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const lives = [scene.queues[0]!, {}].map((first) => {
        const interventions =
          first.own === undefined ? scene.interventions!.filter(({ node }) => node === 'orders') : scene.interventions!
        const engine = engineOf({ ...scene, queues: [first, scene.queues[1]!], interventions })
        const seen: string[] = []
        engine.watch({
          note: (step, reference, node, row, _detail, now) => {
            if (node === 'queue-1' || node === 'workers-1') seen.push(`${now} ${step} ${reference} ${row}`)
          },
        })
        engine.run(40e6, Number.POSITIVE_INFINITY)
        return seen
      })
      expect(lives[0]).toEqual(lives[1])
    }),
    { numRuns: 6 },
  )
})

test('KIN6.02 wound back and played on, it is the same run', () => {
  fc.assert(
    fc.property(scenes, whole(1, 39e6), (scene, at) => {
      const engine = engineOf(scene)
      engine.run(at, Number.POSITIVE_INFINITY)
      const snapshot = engine.snapshot()
      engine.run(40e6, Number.POSITIVE_INFINITY)
      const digest = engine.digest()
      engine.restore(snapshot)
      engine.run(40e6, Number.POSITIVE_INFINITY)
      expect(engine.digest()).toBe(digest)
    }),
    { numRuns: 6 },
  )
})
