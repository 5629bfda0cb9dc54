import { expect, test } from 'vitest'
import type { Question } from '../../src/protocol/inquiry.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { scenarioOf } from '../canvas/frameAt.ts'

const UNTIL = 40_000_000
const QUESTIONS: readonly Question[] = [
  { kind: 'firsts', untilMicros: UNTIL },
  { kind: 'latency', consumer: 'reader', untilMicros: UNTIL, stepMicros: 1e6 },
]

test.each(QUESTIONS)(
  'how far the run has come rises and never goes back, and changes nothing of the answer: $kind',
  (question) => {
    const document = scenarioOf('two-shards', { producer: { rate: 4000 } })
    const shares: number[] = []
    const told = answerTo(document, question, (share) => shares.push(share))
    expect(told.kind).toBe(question.kind)
    expect(told).toEqual(answerTo(document, question))
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
    expect(shares.at(-1)).toBeGreaterThan(0.7)
  },
)
