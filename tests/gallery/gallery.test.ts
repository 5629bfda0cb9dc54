import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { MESSAGE_FORMS } from '../../src/canvas/messageForms.ts'
import { NODE_KINDS } from '../../src/scenario/index.ts'
import { DIFFERS } from './differs.ts'
import { ENTRIES } from './entries.ts'
import { designFileOf, fileOf, SIZES, THEMES } from './entry.ts'
import { galleryText } from './galleryText.ts'

const docs = fileURLToPath(new URL('../../docs/', import.meta.url))
const FILE_BYTES_MAX = 40 * 1024
const ALL_BYTES_MAX = 3 * 1024 * 1024

const files = ENTRIES.flatMap((entry) =>
  THEMES.flatMap((theme) => [
    ...SIZES.map((size) => fileOf(entry, size, theme)),
    ...(entry.sheet === undefined ? [] : [designFileOf(entry, theme)]),
  ]),
)

test('every node kind and every form of a message has its entry', () => {
  const kinds = new Set(ENTRIES.flatMap(({ shows }) => ('kind' in shows ? [shows.kind] : [])))
  const forms = new Set(ENTRIES.flatMap(({ shows }) => ('form' in shows ? [shows.form] : [])))
  expect(NODE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
  expect(MESSAGE_FORMS.filter((form) => !forms.has(form))).toEqual([])
  expect(Object.keys(DIFFERS).filter((id) => !ENTRIES.some((entry) => entry.id === id))).toEqual([])
  expect(new Set(ENTRIES.map(({ id }) => id)).size).toBe(ENTRIES.length)
})

test('every entry has its pictures, small ones, and there are no others', () => {
  expect(files.filter((file) => !existsSync(`${docs}gallery/${file}`))).toEqual([])
  expect(readdirSync(`${docs}gallery`).filter((file) => !files.includes(file))).toEqual([])
  const sizes = files.map((file) => statSync(`${docs}gallery/${file}`).size)
  expect(files.filter((_, i) => (sizes[i] ?? 0) > FILE_BYTES_MAX || (sizes[i] ?? 0) < 500)).toEqual([])
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(ALL_BYTES_MAX)
})

test('the page is what the entries say', () => {
  expect(readFileSync(`${docs}gallery.md`, 'utf8')).toBe(galleryText())
})
