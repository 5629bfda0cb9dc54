import { describe, expect, test } from 'vitest'
import { isClose } from '../../src/scenario/index.ts'
import { answerIn } from '../scenario/article/answerIn.ts'
import { askedIn, CLASS_QUESTIONS } from './classQuestions.ts'

test('there are ten questions for a class', () => {
  expect(CLASS_QUESTIONS).toHaveLength(10)
})

describe.each(CLASS_QUESTIONS.flat())('$fact $scene: $asks', (question) => {
  test(`${question.fact} the run gives the answer of the facts, and a guess can say it`, async () => {
    const { scenario, prediction } = await askedIn(question)
    const answer = answerIn(scenario, prediction)
    const { answer: facts, give = 0 } = question
    const [from, to] = typeof facts === 'number' ? [facts - give, facts + give] : facts
    expect(answer).toBeGreaterThanOrEqual(from)
    expect(answer).toBeLessThanOrEqual(to)
    // What the page asks for can be the answer, and exactly one choice is it.
    expect(answer).toBeGreaterThanOrEqual(prediction.from)
    expect(answer).toBeLessThanOrEqual(prediction.to)
    const right = (prediction.choices ?? []).filter((_, i) => isClose(prediction, i, answer))
    expect(right.length).toBe(prediction.choices === undefined ? 0 : 1)
  })
})
