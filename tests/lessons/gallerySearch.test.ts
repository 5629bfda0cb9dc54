import { expect, test } from 'vitest'
import { search } from '../../src/lessons/gallerySearch.ts'
import { CATALOGUE } from '../../src/scenario/library/catalogue.ts'

const scenes = await Promise.all(CATALOGUE.map(({ load }) => load()))
const idsOf = (words: string) => search(scenes, words, null).found.map(({ id }) => id)

test('all scenes without a word; those with all the words otherwise', () => {
  expect(idsOf('  ')).toHaveLength(CATALOGUE.length)
  expect(idsOf('twelve messages')).toEqual(['two-teams'])
})

// Words that somebody tried who knew the services and not our texts.
test.each([
  ['two consumers', 'two-teams'],
  ['data loss', 'retention-edge'],
  ['third shard', 'hot-key'],
  ['consumer lag', 'slow-reader'],
])('"%s" leads to %s', (words, id) => {
  expect(idsOf(words)).toContain(id)
})

test('where no scene has all the words, the one that the fewest have leads on; unknown words lead nowhere', () => {
  const { found, only } = search(scenes, 'zebra poison', null)
  expect(only).toBe('poison')
  expect(found.length).toBeGreaterThan(2)
  expect(found.length).toBeLessThan(CATALOGUE.length / 2)
  expect(search(scenes, 'zebra', null)).toEqual({ found: [], only: null })
})
