import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../src/scenario/library/catalogue.ts'
import { readWorkshop, SCENES_MAX, sceneCode, workshopList } from '../../../src/scenario/show/workshop.ts'

const IDS = CATALOGUE.map(({ id }) => id)
const ROOM = 'http://192.168.178.113:49152/'
const linkOf = (ids: readonly string[]) => `${ROOM}#workshop=${workshopList(ids, ROOM)}`

test('every scene has a code of its own, and those that are written down keep theirs', () => {
  expect(new Set(IDS.map(sceneCode)).size).toBe(IDS.length)
  expect(['one-shard', 'two-shards', 'hot-key'].map(sceneCode)).toEqual(['1ay', 'mcl', '6wy'])
})

test('a list of scenes comes back from its link, which is at most 110 characters long in a room', () => {
  expect(linkOf(['one-shard', 'two-shards', 'hot-key'])).toBe(`${ROOM}#workshop=one-shard,two-shards,hot-key`)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...IDS), { minLength: 1, maxLength: SCENES_MAX, size: 'max' }), (ids) => {
      expect(linkOf(ids).length).toBeLessThanOrEqual(110)
      expect(readWorkshop(workshopList(ids, ROOM), IDS)).toEqual({ ok: true, ids })
    }),
  )
})

test('a list that is none says what is wrong with it', () => {
  const said = (list: string) => {
    const read = readWorkshop(list, IDS)
    return read.ok ? read.ids.join(' ') : read.message
  }
  expect(said('')).toBe('This workshop has no scenes.')
  expect(said('.')).toBe('This workshop has no scenes.')
  expect(said('one-shard,,hot-key')).toBe('one-shard hot-key')
  expect(said('one-shard,three-cats')).toBe('There is no built-in scenario three-cats.')
  expect(said(Array(24).fill('hot-key').join(','))).toBe('A workshop has at most 23 scenes; this one has 24.')
  for (const list of ['<script>', 'a b', '__proto__', 'x'.repeat(601)])
    expect(said(list)).toBe('This is no list of scenes; it was not opened.')
  fc.assert(
    fc.property(fc.string(), (list) => {
      expect(said(list)).not.toBe('')
    }),
  )
})
