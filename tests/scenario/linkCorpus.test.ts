import { describe, expect, test } from 'vitest'
import { decodeLink, fieldsOf, LINK_FORMAT } from '../../src/scenario/index.ts'
import format1 from './corpus/format1.json' with { type: 'json' }
import format1Names from './corpus/format1Names.json' with { type: 'json' }

// One link of each format, made once and never again: what somebody has put into a book or a chat opens for ever.
const CORPUS: Record<number, { link: string; document: object }> = { 1: format1 }

describe('links of earlier days', () => {
  test('every format has one', () => {
    expect(Object.keys(CORPUS).map(Number)).toEqual(Array.from({ length: LINK_FORMAT }, (_, index) => index + 1))
  })

  test.each(Object.entries(CORPUS))('format %s opens and is what it was', async (_, { link, document }) => {
    const result = await decodeLink(link)
    expect(result).toMatchObject({ ok: true, dropped: [], engine: 12, tSeconds: 432.25 })
    // Only more may be known of a node today, never something else.
    expect(result.ok && result.scenario).toMatchObject(document)
  })

  test('a difference from a built-in scenario opens', async () => {
    const result = await decodeLink('#scenario=two-shards&rate=4000&t=60&engine=1')
    expect(result).toMatchObject({ ok: true, dropped: [], tSeconds: 60, engine: 1, scenario: { id: 'two-shards' } })
  })

  // Format 1 leaves defaults out and shortens names: both are part of it for ever (docs/decisions/0010-links.md).
  test.each(Object.keys(format1Names) as (keyof typeof format1Names)[])(
    '%s: short names and defaults of format 1 mean what they meant',
    (kind) => {
      const now = Object.fromEntries(fieldsOf(kind).map((field) => [field.short, [field.name, field.default]]))
      expect(now).toMatchObject(format1Names[kind])
    },
  )
})
