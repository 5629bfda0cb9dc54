import { expect, test } from 'vitest'
import { addBookmark, removeBookmark } from '../../src/scenario/bookmarks.ts'
import { decodeLink, diffLink, editEffect, encodeLink, parseScenario } from '../../src/scenario/index.ts'
import { builtIn } from './sixScenes.ts'

const turns = builtIn('taking-turns')!
const two = addBookmark(addBookmark(turns, 30_000_000, ' Later '), 10_000_000, 'Early')

test('bookmarks stand in the order of time and change no run', () => {
  expect(two.bookmarks).toEqual([
    { at: 10_000_000, name: 'Early' },
    { at: 30_000_000, name: 'Later' },
  ])
  expect(editEffect(turns, two)).toBe('none')
  expect(addBookmark(turns, 0.5, 'no moment')).toBe(turns)
  expect(removeBookmark(removeBookmark(two, 1), 0)).toEqual(turns)
})

test('they travel in the file and in the link', async () => {
  expect(parseScenario(structuredClone(two))).toEqual({ ok: true, scenario: two, dropped: [] })
  expect(diffLink(two)).toBeNull()
  expect(await decodeLink(await encodeLink(two, 1, 0))).toMatchObject({ ok: true, scenario: two, dropped: [] })
})

test('more than a scene can hold are refused before anything is built from them', () => {
  const many = Array.from({ length: 51 }, (_, i) => ({ at: i, name: 'x' }))
  expect(parseScenario({ ...structuredClone(turns), bookmarks: many })).toMatchObject({ ok: false, kind: 'hostile' })
})
