import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPixelPen } from '../../src/canvas/pixelPen.ts'

const SIZE = 40
const layerOf = () => ({ width: SIZE, height: SIZE, pixels: new Int32Array(SIZE * SIZE) })
const coverage = (layer: ReturnType<typeof layerOf>) =>
  layer.pixels.reduce((sum, pixel) => sum + (pixel >>> 24), 0) / 255
const INK = 0xb07016
const near = { min: 4, max: 30, noNaN: true }
const sides = { min: 0.2, max: 9, noNaN: true }
/** Corners of a kite, and its area. */
const KITE = [-3, 0, 0, -4, 5, 0, 0, 4]
const KITE_AREA = 32

describe('the pen on the pixels', () => {
  test('a box covers its area, wherever its sides stand inside a pixel', () => {
    fc.assert(
      fc.property(
        fc.double(near),
        fc.double(near),
        fc.double(sides),
        fc.double(sides),
        fc.constantFrom(0.5, 1, 1.7),
        (x, y, width, height, scale) => {
          const layer = layerOf()
          const place = { scale, left: 2 - x * scale, top: 3 - y * scale }
          createPixelPen()(layer, place).box(x, y, x + width, y + height, INK)
          const [w, h] = [width * scale, height * scale]
          // Each pixel of an edge is rounded to a 255th.
          expect(Math.abs(coverage(layer) - w * h)).toBeLessThan(0.02 + (w + h + 4) / 255)
        },
      ),
    )
  })

  test.each([0.7, 1, 2.3])(
    'a shape covers its area at scale %d, to a quarter of a pixel where it is asked for',
    (scale) => {
      const pen = createPixelPen()
      for (const [dx, dy] of [
        [0, 0],
        [0.25, 0.5],
        [0.75, 0.75],
      ] as const) {
        const layer = layerOf()
        pen(layer, { scale, left: 18 + dx, top: 18 + dy }).shape(KITE, 0, 0, INK)
        const area = KITE_AREA * scale * scale
        expect(Math.abs(coverage(layer) - area)).toBeLessThan(0.04 * area + 1)
      }
    },
  )

  test('a shape as large as the closest look makes it is whole: the outline of a caret, eight times as large', () => {
    const layer = { width: 200, height: 200, pixels: new Int32Array(200 * 200) }
    const corners = [-1.9, 0, 8.2, -5.7, 8.2, 5.7]
    createPixelPen()(layer, { scale: 8, left: 100, top: 100 }).shape(corners, 0, 0, INK)
    const area = (10.1 * 11.4 * 64) / 2
    expect(Math.abs(coverage(layer) - area)).toBeLessThan(0.02 * area)
    // All of it is right of its tip.
    layer.pixels.forEach((pixel, i) => {
      if (pixel !== 0) expect(i % 200).toBeGreaterThanOrEqual(84)
    })
  })

  test('the same corners are drawn in another size when the view was zoomed', () => {
    const pen = createPixelPen()
    const small = layerOf()
    const large = layerOf()
    pen(small, { scale: 1, left: 20, top: 20 }).shape(KITE, 0, 0, INK)
    pen(large, { scale: 2, left: 20, top: 20 }).shape(KITE, 0, 0, INK)
    expect(coverage(large) / coverage(small)).toBeCloseTo(4, 0)
  })

  test('what is drawn later lies over what was there, and has its colour', () => {
    const layer = layerOf()
    const pen = createPixelPen()(layer, { scale: 1, left: 0, top: 0 })
    pen.box(2, 2, 30, 30, INK)
    pen.box(8, 8, 12, 12, 0x203040)
    expect([layer.pixels[10 * SIZE + 10], layer.pixels[20 * SIZE + 20]].map((word) => (word ?? 0) >>> 0)).toEqual([
      0xff203040, 0xffb07016,
    ])
  })

  test.each([
    [-6, 10, 4, 14, 4 * 4],
    [36, 10, 60, 14, 4 * 4],
    [10, -9, 14, 2, 4 * 2],
    [10, 39.5, 14, 90, 4 * 0.5],
    [50, 50, 60, 60, 0],
    [-20, -20, -10, -10, 0],
  ])('a box from %d, %d to %d, %d is cut at the edges of the layer', (left, top, right, bottom, area) => {
    const layer = layerOf()
    createPixelPen()(layer, { scale: 1, left: 0, top: 0 }).box(left, top, right, bottom, INK)
    expect(coverage(layer)).toBeCloseTo(area, 1)
  })
})
