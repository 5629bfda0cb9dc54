import { expect, test } from 'vitest'
import { CLOSE, FAR } from '../../src/canvas/far.ts'
import { drawMovingTexts } from '../../src/canvas/movingTexts.ts'
import type { Palette } from '../../src/canvas/palette.ts'
import { scenarioOf } from './frameAt.ts'
import { shownAt } from './shownAt.ts'

const EVERYWHERE = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }

/** The words at a moment of a scene, in the order in which they are drawn. */
function words(id: string, seconds: number, { zoom = 1, reduced = false, hasNumbers = true } = {}): string[] {
  const { shown } = shownAt(scenarioOf(id), seconds)
  const drawn: string[] = []
  const context = { fillText: (text: string) => drawn.push(text) } as unknown as CanvasRenderingContext2D
  const palette = { ink3: '#555555', hasNumbers } as Palette
  drawMovingTexts(context, shown.plan, shown.picture, { ...shown.moment, reduced }, palette, zoom, EVERYWHERE)
  return drawn
}

test('every fifth bead of a tape has its number, newest first; close up each one', () => {
  const usual = words('one-shard', 31).map(Number)
  expect(usual.length).toBeGreaterThan(0)
  expect(usual.filter((number) => number % 5 !== 0)).toEqual([])
  const close = words('one-shard', 31, { zoom: CLOSE }).map(Number)
  expect(close).toEqual(close.map((_, i) => (close[0] ?? Number.NaN) - i))
  expect(close.length).toBeGreaterThan(usual.length)
})

test('from afar there is none, and close up none on a projector alone', () => {
  expect(words('one-shard', 31, { zoom: FAR / 2 })).toEqual([])
  expect(words('one-shard', 31, { zoom: CLOSE, hasNumbers: false })).toEqual([])
})

test('a message of a queue has its number close up, and without motion the seconds it stays hidden', () => {
  expect(words('taking-turns', 14)).toEqual([])
  const close = words('taking-turns', 14, { zoom: CLOSE })
  expect(new Set(close).size).toBe(close.length)
  const still = words('taking-turns', 14, { reduced: true })
  expect(still.length).toBeGreaterThan(0)
  for (const text of still) expect(text).toMatch(/^\d+ s$/)
  expect(close.length).toBeGreaterThanOrEqual(still.length)
})
