import { guessesOf, isSketch } from '../../src/scenario/guess.ts'
import type { Prediction } from '../../src/scenario/index.ts'
import { withChanges } from '../../src/scenario/recordedChanges.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { changesOf, tryText } from '../../src/scenario/tryStep.ts'
import { sceneWith } from '../scenario/article/play.ts'

/** A question of a class, and where it is asked: a scene as it is, or after one of the steps that it offers to try. */
export type ClassQuestion = {
  asks: string
  /** The worked example or fact that has the answer. */
  fact: string
  scene: string
  /** Number of the step to try, from 1, done at 0:00. */
  step?: number
  /** Which of the scene's guesses, from 1. */
  guess?: number
  /** Of the facts: a number, give or take, or the bounds that they give. */
  answer: number | readonly [from: number, to: number]
  give?: number
  /** How the facts come to it. */
  because: string
}

/** The ten questions of the course; several have two or three parts. */
export const CLASS_QUESTIONS: readonly (readonly ClassQuestion[])[] = [
  [
    {
      asks: 'Two applications read one queue with twelve messages. How many does each get?',
      ...{ fact: 'SQS.02', scene: 'two-teams', answer: 6, because: 'each message goes to one of them' },
    },
  ],
  [
    {
      asks: 'One key, 1,500 records a second, two shards. How many are stored a second?',
      ...{ fact: 'W08', scene: 'hot-key', answer: 1000, give: 5, because: 'a key has the limit of one shard' },
    },
    {
      asks: 'And on four shards?',
      ...{
        fact: 'W08',
        scene: 'hot-key',
        step: 1,
        answer: 1000,
        give: 5,
        because: 'all of it lands on one of the four',
      },
    },
  ],
  [
    {
      asks: 'One hot key, and its shard is split. How many are still refused a second?',
      ...{
        fact: 'W08',
        scene: 'split-hot-shard',
        step: 1,
        answer: 500,
        give: 10,
        because: 'one half has the whole key',
      },
    },
    {
      asks: 'Four sub-keys on three shards. What does the middle shard get?',
      ...{ fact: 'W54', scene: 'sub-keys', answer: 0, because: 'the hash puts two on each of the others' },
    },
    {
      asks: 'And on four shards?',
      ...{ fact: 'W54', scene: 'sub-keys', step: 2, answer: 340, give: 2, because: 'each of the four is alone' },
    },
  ],
  [
    {
      asks: '800 records a second of 2 KiB on one shard. How many are stored a second?',
      ...{ fact: 'W51', scene: 'bytes-bind', answer: 510, give: 2, because: '1 MiB over 2,048 and a key of six bytes' },
    },
  ],
  [
    {
      asks: 'Three applications poll a shard that is written at 1 MB a second. How far behind is each after a minute?',
      ...{ fact: 'W52', scene: 'three-pollers', answer: 20, give: 2, because: 'each reads two thirds of what comes' },
    },
    {
      asks: 'And with enhanced fan-out?',
      ...{
        fact: 'W52',
        scene: 'three-pollers',
        step: 2,
        answer: [0, 0.5],
        because: 'each has 2 MB a second of its own',
      },
    },
  ],
  [
    {
      asks: 'Away for a minute at full traffic. How far behind is a lone reader half a minute after it is back?',
      ...{ fact: 'W18', scene: 'catch-up', answer: 30, give: 2, because: 'it gains a second each second' },
    },
    {
      asks: 'Two of them were away. How far behind are they at the end?',
      ...{
        fact: 'W19',
        scene: 'never-catches-up',
        answer: [30, 120],
        because: 'together they read no more than what comes',
      },
    },
    {
      asks: 'And with enhanced fan-out?',
      ...{ fact: 'W19', scene: 'never-catches-up', step: 2, answer: [0, 0.5], because: 'each recovers as one alone' },
    },
  ],
  [
    {
      asks: 'A reader at 80 % of the input, 36 s kept for 24 h. When is the first record lost?',
      ...{ fact: 'W20', scene: 'retention-edge', answer: 180, give: 4, because: 'five times the retention: 120 h' },
    },
  ],
  [
    {
      asks: 'A message sent at 0:05 always fails; 30 s timeout, three receives. When is it a dead letter?',
      ...{
        fact: 'W30',
        scene: 'poison-queue',
        answer: 95,
        give: 1,
        because: 'delivered at 0, 30 and 60 s, moved at 90 s',
      },
    },
  ],
  [
    {
      asks: 'A FIFO queue gets 400 single messages a second. How many does it take?',
      ...{ fact: 'W35', scene: 'fifo-limit', answer: 300, give: 2, because: 'the limit is 300 calls a second' },
    },
    {
      asks: 'And in batches of ten?',
      ...{ fact: 'W35', scene: 'fifo-limit', step: 1, answer: 400, give: 2, because: 'that is 40 calls a second' },
    },
    {
      asks: 'And with high throughput, when all are one group?',
      ...{
        fact: 'FIFO.06',
        scene: 'fifo-limit',
        step: 4,
        answer: 300,
        give: 2,
        because: 'a group lives in one partition',
      },
    },
  ],
  [
    {
      asks: 'A worker of KCL 3 dies; 500 records a second go to its shard. How many wait half a minute later?',
      ...{
        fact: 'W27',
        scene: 'worker-dies',
        answer: [10_000, 25_000],
        because: 'noticed after 20 to 40 s, and found within 10 s',
      },
    },
    {
      asks: 'Its last checkpoint was 20 s old. How many are worked again?',
      ...{
        fact: 'W25',
        scene: 'worker-dies',
        guess: 2,
        answer: 10_000,
        give: 250,
        because: 'all since the checkpoint: 20 s of 500',
      },
    },
  ],
]

/** The scene as the question has it, and the guess as its panel asks for it. */
export async function askedIn(
  question: ClassQuestion,
): Promise<{ scenario: Scenario; prediction: Prediction; does: string | null }> {
  const scene = await sceneWith(question.scene)
  const step = question.step === undefined ? undefined : scene.brief.tryThis[question.step - 1]
  const changes = step === undefined ? [] : changesOf(step)
  if (question.step !== undefined && changes.length === 0)
    throw new Error(`${question.scene}: step ${question.step} changes nothing`)
  const prediction = guessesOf(scene.brief)[(question.guess ?? 1) - 1]
  if (prediction === undefined || isSketch(prediction)) throw new Error(`${question.scene} does not ask`)
  return { scenario: withChanges(scene, changes, 0), prediction, does: step === undefined ? null : tryText(step) }
}
