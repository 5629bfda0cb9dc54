import { expect, test } from 'vitest'
import type { Answer, Question } from '../../src/protocol/inquiry.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { scenarioOf } from '../canvas/frameAt.ts'

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

test('a question without an answer says why', () => {
  const scenario = scenarioOf('one-shard')
  const said = (question: Question) => answer('none', scenario, question).message
  expect(said({ kind: 'life', producer: 'producer', number: 9000, untilMicros: SECOND })).toBe(
    'This record is not made yet.',
  )
  expect(said({ kind: 'life', producer: 'nobody', number: 1, untilMicros: SECOND })).toBe('There is no such record.')
  expect(said({ kind: 'order', key: 'Atlantis', untilMicros: SECOND })).toBe('No record has the key Atlantis.')
})
