import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Engine, lifeOf, type Plan, whyNotSeen } from '../../src/engine/index.ts'
import { play, runTo, SECOND } from '../engine/play.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'
import { runs } from '../runs.ts'
import { fifoNode, queueOf } from '../sqs/fifoNode.ts'

// One queue for each consumer, without a topic: the producer knows all of them and routes by type itself.

/** Billing takes everything and is a FIFO queue with a quota of one call a second; books and shoes take their own. */
function shop(parts: Partial<Plan> = {}): Plan {
  return plan({
    durationMicros: 60 * SECOND,
    producers: [
      producer({
        followsReach: true,
        keys: { kind: 'cycle', keys: ['book/1', 'shoe', 'book/2', 'hat'] },
        turnable: { ratePerSecond: 0, attemptsMax: 1 },
      }),
    ],
    queues: [queue({ id: 'books' }), queue({ id: 'shoes', turnable: { messageBytesLimit: 1000 } })],
    nodes: [fifoNode({ id: 'billing', number: 2, turnable: { callsPerSecond: 1 } })],
    links: [
      { producer: 0, toStream: -1, toQueue: -1, toNode: 0, keys: ['book/*', 'shoe'] },
      { producer: 0, toStream: -1, toQueue: 0, keys: ['book/*'] },
      { producer: 0, toStream: -1, toQueue: 1, keys: ['shoe'] },
    ],
    ...parts,
  })
}

const sendOne = { kind: 'producer', node: 0, action: 'sendOne' } as const

function seen(engine: Engine): string {
  const { reach } = engine.producers[0]!
  const [books, shoes] = engine.queues.map(({ visible }) => visible)
  const found = `billing ${queueOf(engine.nodes).visible}, books ${books}, shoes ${shoes}`
  return `${found}: some ${reach!.some}, none ${reach!.none}, nowhere ${reach!.unrouted}`
}

test('A3 a producer that knows every queue routes by type to each, and a call can fail for one queue alone', () => {
  const engine = play(shop(), 0)
  expectTimeline(
    `
      1    send book/1   billing 1, books 1, shoes 0: some 0, none 0, nowhere 0
      1.5  send shoe     billing 1, books 1, shoes 1: some 1, none 0, nowhere 0
      3    send book/2   billing 2, books 2, shoes 1: some 1, none 0, nowhere 0
      3.1  send hat      billing 2, books 2, shoes 1: some 1, none 0, nowhere 1
      3.2  send book/1   billing 2, books 3, shoes 1: some 2, none 0, nowhere 1
      3.3  grow 2000     billing 2, books 3, shoes 1: some 2, none 0, nowhere 1
      3.4  send shoe     billing 2, books 3, shoes 1: some 2, none 1, nowhere 1
    `,
    (micros, [word, argument]) => {
      runTo(engine, micros / SECOND)
      const [own] = engine.producers
      if (word === 'grow') own!.set('recordBytes', Number(argument), micros)
      else own!.make(micros)
      return seen(engine)
    },
  )
})

test('A3 a consumer whose queue another key goes to is told to have no copy coming', () => {
  const engine = play(shop({ pools: [pool({ id: 'shoemaker', queue: 1 })], interventions: [{ at: 1, ...sendOne }] }), 0)
  const notes = lifeOf(engine, 0, 10 * SECOND, 100)
  expect(notes.filter(({ step }) => step === 'stored').map(({ node }) => node)).toEqual(['billing', 'books'])
  expect(whyNotSeen(engine, notes, 0, 'shoemaker').reason).toBe('notWanted')
})

test('A3 with enough attempts every order reaches all of its queues, late', () => {
  const patient = producer({
    followsReach: true,
    keys: { kind: 'list', keys: ['shoe'] },
    turnable: { ratePerSecond: 1, callFailureShare: 0.5, backoffBaseMicros: 100_000 },
  })
  const engine = play(shop({ producers: [patient] }), 30)
  expect(engine.producers[0]!.links.map(({ refusedTotal }) => refusedTotal > 0)).toEqual([true, false, true])
  engine.producers[0]!.set('ratePerSecond', 0, 30 * SECOND)
  runTo(engine, 60)
  expect([engine.queues[1]!.visible, queueOf(engine.nodes).visible]).toEqual([30, 30])
  expect(seen(engine)).toContain('some 0, none 0, nowhere 0')
})

test('X-N1 so many calls fail as the share says, each link by a stream of its own, and are told by that ID', () => {
  const flaky = producer({ turnable: { ratePerSecond: 500, callFailureShare: 0.1, attemptsMax: 1 } })
  const links = [0, 1].map((toQueue) => ({ producer: 0, toStream: -1, toQueue }))
  const engine = play(plan({ producers: [flaky], queues: [queue(), queue({ id: 'b' })], links }), 60)
  const lost = engine.producers[0]!.links.map(({ givenUpTotal }) => givenUpTotal)
  for (const count of lost) expect(Math.abs(count - 3000)).toBeLessThan(200)
  expect(lost[0]).not.toBe(lost[1])
  expect(engine.producers[0]!.links[0]!.refusals).toContainEqual(['X-N1', lost[0]])
})

/** What became of each record on each link, from what an onlooker hears. */
function fates(engine: Engine): { some: number; none: number; unrouted: number; open: number } {
  const { links } = engine.plan
  const stored = new Map<number, number>()
  const lost = new Map<number, number>()
  const more = (counts: Map<number, number>, reference: number) =>
    counts.set(reference, (counts.get(reference) ?? 0) + 1)
  const wanted = new Map<number, number>()
  engine.world.watch = {
    note(step, reference) {
      if (step === 'made') {
        const name = engine.world.keys.names[engine.world.records.keyOf(reference)]!
        wanted.set(reference, links.filter(({ keys }) => keys?.length === 0 || keys?.includes(name)).length)
      }
      if (step === 'stored') more(stored, reference)
      if (step === 'dropped' || step === 'givenUp') more(lost, reference)
    },
  }
  engine.run(engine.plan.durationMicros, Number.POSITIVE_INFINITY)
  const of = (counts: Map<number, number>, reference: number) => counts.get(reference) ?? 0
  const all = [...wanted].map(([reference, links]) => {
    return { links, stored: of(stored, reference), lost: of(lost, reference) }
  })
  const count = (is: (fate: (typeof all)[number]) => boolean) => all.filter(is).length
  return {
    some: count((fate) => fate.stored > 0 && fate.lost > 0),
    none: count((fate) => fate.links > 0 && fate.lost === fate.links),
    unrouted: count((fate) => fate.links === 0),
    open: count((fate) => fate.stored + fate.lost < fate.links),
  }
}

const KEYS = ['a', 'b', 'c', 'd']
const randomShops: fc.Arbitrary<Plan> = fc
  .record({
    filters: fc.array(fc.subarray(KEYS), { minLength: 2, maxLength: 3 }),
    turnable: fc.record({
      ratePerSecond: fc.integer({ min: 5, max: 300 }),
      callFailureShare: fc.constantFrom(0, 0.2, 0.7),
      attemptsMax: fc.constantFrom(0, 1, 3),
      batchRecords: fc.constantFrom(1, 10),
      callLatencyMicros: fc.constantFrom(0, 50_000),
      bufferRecords: fc.constantFrom(5, 1000),
      whenFull: fc.constantFrom(0, 1, 2),
    }),
    turn: fc.nat(3 * SECOND),
  })
  .map(({ filters, turnable, turn }) =>
    plan({
      durationMicros: 4 * SECOND,
      producers: [producer({ followsReach: true, callsAtOnce: 2, keys: { kind: 'list', keys: KEYS }, turnable })],
      queues: filters.map((_, q) => queue({ id: `queue-${q}` })),
      links: filters.map((keys, toQueue) => ({ producer: 0, toStream: -1, toQueue, keys })),
      interventions: [
        { at: turn, kind: 'producer', node: 0, action: 'set', field: 'whenFull', value: 2 - turnable.whenFull },
      ],
    }),
  )

test('in random scenes the producer knows how far every record came, from any snapshot on', () => {
  fc.assert(
    fc.property(randomShops, fc.nat(4 * SECOND), (own, at) => {
      const engine = play(own, 0)
      const { some, none, unrouted } = fates(engine)
      const { reach } = engine.producers[0]!
      expect([reach!.some, reach!.none, reach!.unrouted]).toEqual([some, none, unrouted])
      const digest = engine.digest()
      const again = play(own, at / SECOND)
      const snapshot = again.snapshot()
      again.run(own.durationMicros, Number.POSITIVE_INFINITY)
      again.restore(snapshot)
      again.run(own.durationMicros, Number.POSITIVE_INFINITY)
      expect(again.digest()).toBe(digest)
    }),
    { seed: 20261125, numRuns: runs(25) },
  )
})
