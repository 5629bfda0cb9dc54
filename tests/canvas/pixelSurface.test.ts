import { afterEach, expect, test, vi } from 'vitest'
import { createSurface } from '../../src/canvas/pixelSurface.ts'
import type { Viewport } from '../../src/canvas/viewport.ts'

afterEach(() => vi.unstubAllGlobals())

const AREA = { left: 100, top: 50, right: 500, bottom: 250 }
const VIEW: Viewport = { x: 0, y: 0, zoom: 1, width: 800, height: 600 }

/** A canvas of which only the size and the place matter. */
function surfaceAt(ratio: number) {
  vi.stubGlobal('window', { devicePixelRatio: ratio })
  vi.stubGlobal('ImageData', class {})
  const style: Record<string, string> = {}
  const canvas = { width: 0, height: 0, style } as unknown as HTMLCanvasElement
  return {
    surface: createSurface(canvas),
    canvas,
    place: () => [style['left'], style['top'], canvas.width, canvas.height],
  }
}

test('the canvas covers what can be drawn and no more, in whole device pixels', () => {
  for (const [ratio, width, height] of [
    [1, 400, 220],
    [1.25, 500, 275],
    [2, 800, 440],
    [3, 800, 440],
  ] as const) {
    const { surface, place } = surfaceAt(ratio)
    const { layer, left, top } = surface(AREA, VIEW, 0)
    expect(place()).toEqual(['100px', '40px', width, height])
    expect([layer.pixels.length, left, top]).toEqual([
      width * height,
      100 * Math.min(2, ratio),
      40 * Math.min(2, ratio),
    ])
  }
})

test('only what is in sight counts, and a scene without anything that moves has a canvas all the same', () => {
  const { surface, place } = surfaceAt(1)
  surface(AREA, { ...VIEW, x: -300, zoom: 2 }, 0)
  expect(place()).toEqual(['0px', '100px', 700, 400])
  const nothing = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const empty = surfaceAt(1)
  empty.surface(nothing, VIEW, 0)
  expect(empty.place()).toEqual(['0px', '0px', 20, 20])
})

test('while the view moves the canvas covers the stage and keeps its pixels; it is fitted anew when that is over', () => {
  const { surface, place } = surfaceAt(1)
  surface(AREA, VIEW, 0)
  const moved = surface(AREA, { ...VIEW, x: 90 }, 1000)
  expect(place()).toEqual(['0px', '0px', 800, 600])
  const last = { ...VIEW, x: 95 }
  expect(surface(AREA, last, 1016)).toBe(moved)
  expect(surface(AREA, last, 1300)).toBe(moved)
  surface(AREA, last, 1500)
  expect(place()).toEqual(['180px', '40px', 420, 220])
})

test('a stage of another size or of finer pixels has a canvas of its own at once', () => {
  const { surface, place } = surfaceAt(1)
  surface(AREA, VIEW, 0)
  surface(AREA, { ...VIEW, width: 300 }, 16)
  expect(place()).toEqual(['0px', '0px', 300, 600])
  vi.stubGlobal('window', { devicePixelRatio: 2 })
  surface(AREA, { ...VIEW, width: 300 }, 1000)
  expect(place()).toEqual(['0px', '0px', 600, 1200])
})
