import { afterEach, expect, test, vi } from 'vitest'
import { decodeLink } from '../../src/scenario/index.ts'
import { courseOf, isLink, withCourse } from '../../src/state/linkTime.ts'

afterEach(() => vi.unstubAllGlobals())

test('a link names a lesson and a step, alone or behind a scene', async () => {
  expect(courseOf('#lesson=keys&step=7')).toEqual({ id: 'keys', step: 7, opens: 'first' })
  expect(courseOf('#lesson=keys')).toEqual({ id: 'keys', step: 1, opens: 'first' })
  expect(isLink('#lesson=keys&step=7')).toBe(true)
  const hash = withCourse('#scenario=hot-key&t=4', { id: 'keys', step: 7 })
  expect(courseOf(hash)).toEqual({ id: 'keys', step: 7 })
  expect(await decodeLink(hash)).toMatchObject({ ok: true, dropped: [], tSeconds: 4 })
  expect(withCourse('#scenario=hot-key&t=4', undefined)).toBe('#scenario=hot-key&t=4')
})

test('what is no lesson of ours is none', () => {
  for (const hash of [
    '#lesson=',
    '#lesson=<img>',
    `#lesson=${'x'.repeat(60)}`,
    '#scenario=hot-key',
    '',
    '#my-lesson=keys',
  ])
    expect(courseOf(hash)?.id ?? '', hash).toMatch(/^(x{40})?$/)
})

test('the place in a lesson is kept, and what is found in its stead is parsed', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  })
  const { goneOn, keepProgress, keptProgress } = await import('../../src/state/course/keptLessons.ts')
  const none = { step: 1, done: [], skipped: [] }
  for (const text of [
    '',
    '{',
    'null',
    '7',
    '[]',
    '{"keys":null}',
    '{"keys":{"step":1e9,"done":["x",-1,2.5],"skipped":{}}}',
  ]) {
    kept.set('shardscope.lessons', text)
    expect(keptProgress('keys'), text).toEqual(none)
  }
  keepProgress('keys', { step: 4, done: [1, 3], skipped: [2] })
  expect(JSON.parse(kept.get('shardscope.lessons') ?? '')).toEqual({ keys: { step: 4, done: [1, 3], skipped: [2] } })
  expect(goneOn(none, 2, false)).toMatchObject({ done: [], skipped: [2] })
  expect(goneOn({ step: 2, done: [], skipped: [2] }, 2, true)).toMatchObject({ done: [2], skipped: [] })
  expect(goneOn({ step: 2, done: [2], skipped: [] }, 2, false)).toMatchObject({ done: [2], skipped: [] })
})
