import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneBeats, stepBeats, turned } from '../../../src/scenario/show/beats.ts'
import { parseOrder, parseTold } from '../../../src/scenario/show/messages.ts'
import { handsOf, raise, rowOfAnswer, voteAgain, voteRows } from '../../../src/scenario/show/votes.ts'

const asked = { question: 'How many?', node: 'a', gauge: 'b', atSeconds: 10, unit: 'records/s', step: 50 }

test('a scene is told in beats, and what it has no words for is left out', () => {
  const whole = { predict: {}, whatYouLearn: 'a', commonMistake: 'b' }
  expect(sceneBeats(whole)).toEqual(['ask', 'run', 'answer', 'learn', 'mistake'])
  expect(sceneBeats({})).toEqual(['ask', 'run'])
  expect(stepBeats({})).toEqual(['ask'])
  expect(turned(sceneBeats(whole), 'answer', 1)).toBe('learn')
  expect(turned(sceneBeats(whole), 'mistake', 1)).toBe('after')
  expect(turned(sceneBeats(whole), 'ask', -1)).toBe('before')
})

test('hands are voted for the choices, or for ranges of the number that is asked for', () => {
  expect(voteRows(undefined)).toEqual([])
  const rows = voteRows({ ...asked, from: 0, to: 1600 })
  expect(rows.map(({ text }) => text)).toEqual([
    '0 to 300 records/s',
    '300 to 650 records/s',
    '650 to 950 records/s',
    '950 to 1,300 records/s',
    '1,300 to 1,600 records/s',
  ])
  expect([0, 299, 300, 1000, 1600, 9999, -1].map((answer) => rowOfAnswer(rows, answer))).toEqual([0, 0, 1, 3, 4, 4, 0])
  expect(rowOfAnswer(rows, Number.NaN)).toBe(-1)
  expect(voteRows({ ...asked, from: 0, to: 2, step: 1 })).toHaveLength(2)
  const choices = [
    { text: 'none', from: 0, to: 1 },
    { text: 'some', from: 1, to: 9 },
  ]
  expect(voteRows({ ...asked, from: 0, to: 9, choices })).toEqual(choices)
})

test('a second vote stands beside the first, and there is no third', () => {
  const first = raise(raise(raise([[]], 1), 1), 2)
  expect(first).toEqual([[0, 2, 1]])
  expect(raise(first, 0, -1)).toEqual([[0, 2, 1]])
  expect(raise(first, 1, -1)).toEqual([[0, 1, 1]])
  expect(voteAgain([[]])).toEqual([[]])
  const second = raise(voteAgain(first), 0)
  expect(second).toEqual([[0, 2, 1], [1]])
  expect(voteAgain(second)).toBe(second)
  expect(raise(first, 9)).toBe(first)
  expect(handsOf(second[0])).toBe(3)
})

const ORDER = { show: 'abc', do: 'next' }
const TOLD = {
  ...{ show: 'abc', title: 'Two shards', place: '', minutes: 6, beats: ['ask', 'run'], beat: 'ask', next: 'Run it' },
  ...{ isDark: false, isPlaying: false, clock: '0:00.0', notes: [{ head: 'Ask', text: 'Why?', beat: 'ask' }] },
  ...{ rows: ['a', 'b'], rounds: [[1, 2]], rightRow: -1 },
}

test('what comes over the channel is hostile until it is parsed', () => {
  expect(parseOrder(ORDER, 'abc')).toEqual({ ...ORDER, row: 0 })
  expect(parseTold(TOLD, 'abc')).toEqual(TOLD)
  const others = [null, 3, 'next', [], {}, { ...ORDER, do: 'format' }, { ...ORDER, row: 9 }, { ...ORDER, row: '1' }]
  for (const other of others) expect(parseOrder(other, 'abc')).toBeNull()
  // Another presentation in the same browser.
  expect(parseOrder({ ...ORDER, show: 'abd' }, 'abc')).toBeNull()
  const torn = [
    { ...TOLD, title: 'x'.repeat(201) },
    { ...TOLD, rounds: [] },
    { ...TOLD, rounds: [[1e9]] },
    { ...TOLD, rounds: [[], [], []] },
    { ...TOLD, beat: 'sing' },
    { ...TOLD, notes: Array(13).fill(TOLD.notes[0]) },
    { ...TOLD, notes: [{ head: 'Ask', text: {}, beat: null }] },
    { ...TOLD, rightRow: 1.5 },
  ]
  for (const other of torn) expect(parseTold(other, 'abc'), JSON.stringify(other)).toBeNull()
})

test('no message at all breaks the reading of messages', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseOrder(data, 'abc')).toBeNull()
      expect(parseTold(data, 'abc')).toBeNull()
    }),
  )
})
