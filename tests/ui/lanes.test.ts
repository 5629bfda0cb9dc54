import { expect, test } from 'vitest'
import { placeInLanes, sideBySide, snapMicros } from '../../src/panels/timeline/lanes.ts'
import { moveSpan } from '../../src/panels/timeline/retime.ts'
import { stepSpans } from '../../src/scenario/stepSpans.ts'
import { builtIn } from '../scenario/sixScenes.ts'

const S = 1_000_000

test('words are left out where they would run into the next mark or over the end of the track', () => {
  const mark = (from: number) => ({ from, to: null, letters: 20 })
  const shown = placeInLanes([mark(80), mark(400), mark(430), mark(760)], 800).map(({ words }) => words)
  expect(shown).toEqual(['behind', 'none', 'behind', 'none'])
})

test('bars that overlap stand below one another, the next free one comes up again; words that do not fit stand behind a bar', () => {
  const bar = (from: number, to: number) => ({ from, to, letters: 20 })
  expect(placeInLanes([bar(0, 300), bar(100, 200), bar(150, 400), bar(320, 500)], 800)).toEqual([
    { lane: 0, words: 'inside' },
    { lane: 1, words: 'behind' },
    { lane: 2, words: 'inside' },
    { lane: 0, words: 'inside' },
  ])
})

test('a place on the track is a round moment about a pixel wide', () => {
  expect(snapMicros(120 * S, 850)).toBe(100_000)
  expect(snapMicros(3600 * S, 850)).toBe(10 * S)
  expect(snapMicros(1 * S, 850)).toBe(1000)
})

test('a bar keeps its length at the ends of the run, and its ends never change places', () => {
  const turns = builtIn('taking-turns')
  if (turns === null) throw new Error('the scene is gone')
  const [span] = stepSpans(turns)
  if (span === undefined) throw new Error('a worker dies at 20 and starts at 45')
  const moments = (...grip: Parameters<typeof moveSpan> extends [unknown, unknown, ...infer Rest] ? Rest : never) =>
    moveSpan(turns, span, ...grip).scenario.interventions.map(({ at }) => at / S)
  expect(moments('both', -100 * S)).toEqual([0, 25])
  expect(moments('both', 500 * S)).toEqual([turns.durationSeconds - 25, turns.durationSeconds])
  expect(moments('begin', 100 * S)).toEqual([44.999, 45])
  expect(moments('end', -100 * S)).toEqual([20, 20.001])
  expect(moments('end', 5 * S)).toEqual([20, 50])
})

test('glyphs of one moment stand side by side, in order, and inside of the track', () => {
  expect(sideBySide([5, 5, 6, 300, 800, 800], 800)).toEqual([5, 18, 31, 300, 787, 800])
})
