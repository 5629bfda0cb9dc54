import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import type { Answer, Question } from '../../src/protocol/inquiry.ts'
import { loadBuiltIn } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { crossingsOf } from '../../src/worker/compile/crossings.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'
import { scenarioOf } from '../canvas/frameAt.ts'
import { node, scene, slowly } from '../life/lifeScene.ts'

const SECOND = 1_000_000

function answer<K extends Answer['kind']>(kind: K, scenario: unknown, question: Question) {
  const said = answerTo(scenario, question)
  if (said.kind !== kind) throw new Error(JSON.stringify(said))
  return said as Extract<Answer, { kind: K }>
}

test('a life goes from its making to its end, and says who has seen it', () => {
  const question = { kind: 'life', producer: 'producer', number: 17, untilMicros: 40 * SECOND } as const
  const { events, seenBy, key } = answer('life', scenarioOf('taking-turns'), question)
  expect(key).toBe('Rome')
  expect(events.map(({ step }) => step)).toEqual(['made', 'stored', 'received', 'worked', 'effect', 'deleted'])
  expect(seenBy).toEqual([{ consumer: 'workers', reason: 'seen', ahead: 0 }])
})

test('the latest refusal of each shard: its bucket had less than was needed, whatever the last second stored', () => {
  const scenario = scenarioOf('two-shards', { producer: { rate: 4000 } })
  const window = { fromMicros: 19 * SECOND, untilMicros: 20 * SECOND }
  const { refusals } = answer('refusals', scenario, { kind: 'refusals', store: 'stream', ...window })
  expect(refusals.map(({ row }) => row).sort()).toEqual([0, 1])
  for (const { bucket, factId, atMicros, count } of refusals) {
    expect(factId).toBe('KIN1.02')
    expect(bucket?.capacity).toBe(1000)
    expect(bucket?.left).toBeLessThan(bucket?.needed ?? 0)
    expect(atMicros).toBeGreaterThan(window.fromMicros)
    expect(count).toBeGreaterThan(800)
  }
  const elsewhere = answer('refusals', scenario, { kind: 'refusals', store: 'producer', ...window })
  expect(elsewhere.refusals).toEqual([])
})

test('the first of each kind, to the microsecond: nothing of it is there a microsecond before', () => {
  const scenario = scenarioOf('two-shards', { producer: { rate: 4000 } })
  const { firsts } = answer('firsts', scenario, { kind: 'firsts', untilMicros: 20 * SECOND })
  expect(firsts.map(({ of }) => of)).toEqual(['refused', 'lost'])
  const at = firsts[0]!.atMicros
  // Full buckets of 1,000 tokens, 2,000 records a second to each shard and 1,000 tokens back: about a second.
  expect(at / SECOND).toBeGreaterThan(0.7)
  expect(at / SECOND).toBeLessThan(1.1)
  const question = { kind: 'refusals', store: 'stream', fromMicros: 0 } as const
  expect(answer('refusals', scenario, { ...question, untilMicros: at - 1 }).refusals).toEqual([])
  expect(answer('refusals', scenario, { ...question, untilMicros: at }).refusals).toHaveLength(1)
  const calm = answer('firsts', scenarioOf('one-shard'), { kind: 'firsts', untilMicros: 20 * SECOND })
  expect(calm.firsts).toEqual([])
})

test('the order of one key is a part of the order of all', () => {
  const scenario = scenarioOf('taking-turns')
  const all = answer('order', scenario, { kind: 'order', key: null, untilMicros: 100 * SECOND })
  const one = answer('order', scenario, { kind: 'order', key: 'Rome', untilMicros: 100 * SECOND })
  expect(all.total).toBeGreaterThan(0)
  expect(Object.values(all.causes).reduce((sum, count) => sum + count, 0)).toBe(all.total)
  expect(one.total).toBe(all.inversions.filter(({ key }) => key === 'Rome').length)
})

test('the newest records of a key, each with what happened to it last', () => {
  const question = { kind: 'ofKey', key: 'Rome', untilMicros: 40 * SECOND } as const
  const { total, records } = answer('ofKey', scenarioOf('taking-turns'), question)
  expect(total).toBeGreaterThanOrEqual(records.length)
  const numbers = records.map(({ number }) => number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  expect(numbers).toContain(17)
  expect(records.find(({ number }) => number === 17)).toMatchObject({ producer: 'producer', lastStep: 'deleted' })
})

test('a question without an answer says why', () => {
  const scenario = scenarioOf('one-shard')
  const said = (question: Question) => answer('none', scenario, question).message
  expect(said({ kind: 'life', producer: 'producer', number: 9000, untilMicros: SECOND })).toBe(
    'This record is not made yet.',
  )
  expect(said({ kind: 'life', producer: 'nobody', number: 1, untilMicros: SECOND })).toBe('There is no such record.')
  expect(said({ kind: 'order', key: 'Atlantis', untilMicros: SECOND })).toBe('No record has the key Atlantis.')
})

test('a crash is told where it happened, also when a program dies by itself', async () => {
  const firsts = (scenario: Scenario | null) =>
    answer('firsts', scenario, { kind: 'firsts', untilMicros: 60 * SECOND }).firsts.filter(({ of }) => of === 'crashed')
  expect(firsts(scenarioOf('taking-turns'))).toEqual([
    { atMicros: 20 * SECOND, of: 'crashed', node: 'workers', row: 2, key: '' },
  ])
  expect(firsts(await loadBuiltIn('monolith-heap'))).toMatchObject([{ row: 0, key: '' }])
  expect(firsts(scenarioOf('one-shard'))).toEqual([])
})

test('the first record that is worked after a later one is the first that the order lens lists', () => {
  const scenario = scenarioOf('taking-turns')
  const { firsts } = answer('firsts', scenario, { kind: 'firsts', untilMicros: 40 * SECOND })
  const { inversions } = answer('order', scenario, { kind: 'order', key: null, untilMicros: 40 * SECOND })
  expect(firsts.find(({ of }) => of === 'overtaken')?.atMicros).toBe(
    Math.min(...inversions.map(({ atMicros }) => atMicros)),
  )
})

test('a threshold of one shard: each crosses it at its own moment, and one that is not there never', () => {
  const nodes = [slowly({ keyCount: 8, rate: 2 }), node('stream', { shards: 2 })]
  const scenario = scene(nodes, ['producer>stream'])
  const of = [0, 1, 99].map((row) => ({ node: 'stream', gauge: 'retained', row, isAbove: true, value: 20 }))
  const question = { kind: 'crossings', of, untilMicros: 60 * SECOND, atMost: 1 } as const
  const { moments } = answer('crossings', scenario, question)
  const retained = (shard: number, at: number) => {
    const fresh = createEngine(compile(scenario), scenario.seed)
    fresh.run(at, Number.POSITIVE_INFINITY)
    return fresh.streams[0]!.shards[shard]!.tip
  }
  const [[first = 0] = [], [second = 0] = [], none] = moments
  expect(none).toEqual([])
  expect(first).not.toBe(second)
  expect([retained(0, first - 1), retained(0, first)]).toEqual([20, 21])
  expect([retained(1, second - 1), retained(1, second)]).toEqual([20, 21])
})

test('a gauge crosses its value at one microsecond: not yet one before, also between two events', () => {
  const scenario = scenarioOf('taking-turns')
  const of = [
    { node: 'queue', gauge: 'visible', isAbove: true, value: 5 },
    { node: 'queue', gauge: 'oldestAgeMicros', isAbove: true, value: 8 * SECOND },
    { node: 'queue', gauge: 'visible', isAbove: false, value: 1 },
    { node: 'queue', gauge: 'noSuch', isAbove: true, value: 0 },
  ]
  const question = { kind: 'crossings', of, untilMicros: 60 * SECOND, atMost: 3 } as const
  const { moments } = answer('crossings', scenario, question)
  expect(moments.map((found) => found.length > 0)).toEqual([true, true, true, false])
  expect(moments.every((found) => found.length <= 3)).toBe(true)
  const engine = createEngine(compile(scenario), scenario.seed)
  const { nodes } = layoutOf(
    scenario.nodes.map(({ id }) => id),
    engine,
  )
  const queue = nodes.find(({ id }) => id === 'queue')!
  const gauges = new Float64Array(engine.gaugeCount)
  const holds = (which: number, at: number) => {
    const fresh = createEngine(compile(scenario), scenario.seed)
    fresh.run(at, Number.POSITIVE_INFINITY)
    fresh.readGauges(gauges)
    const { gauge, isAbove, value } = of[which]!
    const now = gauges[queue.first + queue.names.indexOf(gauge)]!
    return isAbove ? now > value : now < value
  }
  for (const [which, found] of moments.entries())
    for (const at of found) expect([holds(which, at - 1), holds(which, at)], `${which} at ${at}`).toEqual([false, true])
  // Looking at bins alone finds the ones that last.
  const bins = createEngine(compile(scenario), scenario.seed)
  const seen = crossingsOf(
    bins,
    scenario.nodes.map(({ id }) => id),
    question,
    0,
  )
  expect(seen.map((found) => found.length > 0)).toEqual([true, true, true, false])
  for (const [which, found] of seen.entries())
    for (const at of found) expect(holds(which, at) && !holds(which, at - 1), `${which} at ${at}`).toBe(true)
})
