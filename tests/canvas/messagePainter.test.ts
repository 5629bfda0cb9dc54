import { describe, expect, test } from 'vitest'
import { over, stamp as stampAtPhase } from '../../src/canvas/messagePainter.ts'
import { discStamps, PHASES, ringStamps, type StampSet } from '../../src/canvas/stamps.ts'

const layerOf = (width: number, height: number) => ({ width, height, pixels: new Int32Array(width * height) })
const alphaAt = (layer: ReturnType<typeof layerOf>, x: number, y: number) =>
  (layer.pixels[y * layer.width + x] ?? 0) >>> 24
const coverage = (layer: ReturnType<typeof layerOf>) =>
  layer.pixels.reduce((sum, pixel) => sum + (pixel >>> 24), 0) / 255
const BLUE = 0xb07016

/** With the centre in pixels, as the expected areas are. */
const stamp = (layer: ReturnType<typeof layerOf>, set: StampSet, x: number, y: number, colour: number, alpha: number) =>
  stampAtPhase(layer, set, Math.floor(x * PHASES), Math.floor(y * PHASES), colour, alpha)

describe('a stamped dot', () => {
  test.each([0.8, 1.6, 2.3, 3.7, 4.6])(
    'of radius %d covers the area of its circle, wherever it stands inside a pixel',
    (radius) => {
      for (const [dx, dy] of [
        [0, 0],
        [0.25, 0.5],
        [0.99, 0.01],
        [0.5, 0.75],
      ] as const) {
        const layer = layerOf(20, 20)
        stamp(layer, discStamps(radius), 9 + dx, 10 + dy, BLUE, 255)
        expect(coverage(layer)).toBeCloseTo(Math.PI * radius * radius, 0)
      }
    },
  )

  test('has the colour at full strength in its middle and nothing outside', () => {
    const layer = layerOf(16, 12)
    stamp(layer, discStamps(2.3), 8, 6, BLUE, 255)
    expect(layer.pixels[6 * 16 + 8]! >>> 0).toBe(0xffb07016)
    expect(alphaAt(layer, 8, 2)).toBe(0)
    expect(alphaAt(layer, 12, 6)).toBe(0)
    // The edge is soft: some pixels are covered in part.
    expect(layer.pixels.some((pixel) => pixel >>> 24 > 0 && pixel >>> 24 < 255)).toBe(true)
  })

  test('moves by less than a pixel: its centre of mass follows to a quarter', () => {
    const centre = (x: number) => {
      const layer = layerOf(24, 24)
      stamp(layer, discStamps(2.3), x, 12, BLUE, 255)
      let sum = 0
      let mass = 0
      layer.pixels.forEach((pixel, i) => {
        mass += pixel >>> 24
        sum += (pixel >>> 24) * ((i % 24) + 0.5)
      })
      return sum / mass
    }
    for (const x of [10, 10.26, 10.51, 10.76, 11]) expect(Math.abs(centre(x) - x)).toBeLessThan(0.14)
  })

  test('is cut at the edges of the layer and does not run on into the next row', () => {
    const layer = layerOf(10, 6)
    stamp(layer, discStamps(2.3), 0, 3, BLUE, 255)
    for (let y = 0; y < 6; y++) expect(alphaAt(layer, 9, y)).toBe(0)
    expect(alphaAt(layer, 0, 3)).toBe(255)
    stamp(layer, discStamps(2.3), -20, 3, BLUE, 255)
    stamp(layer, discStamps(2.3), 400, 400, BLUE, 255)
    expect(coverage(layer)).toBeLessThan(12)
  })

  test('a ring is hollow', () => {
    const layer = layerOf(20, 20)
    stamp(layer, ringStamps(4, 1.2), 10, 10, BLUE, 255)
    expect(alphaAt(layer, 9, 9)).toBe(0)
    expect(alphaAt(layer, 13, 9)).toBeGreaterThan(180)
  })
})

describe('blending', () => {
  test('a covered pixel keeps what is above it; a half covered one mixes', () => {
    expect(over(0xff0000ff | 0, 0x00ff00, 255) >>> 0).toBe(0xff00ff00)
    const mixed = over(0xff0000ff | 0, 0x00ff00, 128) >>> 0
    expect(mixed >>> 24).toBe(255)
    expect((mixed >>> 8) & 255).toBeCloseTo(128, -1)
    expect(mixed & 255).toBeCloseTo(127, -1)
    // Over nothing the colour stays pure and only the cover counts.
    expect(over(0x00000000, 0x123456, 77) >>> 0).toBe(((77 << 24) | 0x123456) >>> 0)
  })

  test('a second dot over an opaque one takes its place where it covers', () => {
    const layer = layerOf(16, 16)
    stamp(layer, discStamps(4), 8, 8, 0x0000ff, 255)
    stamp(layer, discStamps(2), 8, 8, 0x00ff00, 255)
    expect(layer.pixels[8 * 16 + 8]! >>> 0).toBe(0xff00ff00)
    expect(layer.pixels[8 * 16 + 11]! & 255).toBeGreaterThan(200)
  })

  test('alpha fades', () => {
    const layer = layerOf(16, 16)
    stamp(layer, discStamps(3), 8, 8, BLUE, 100)
    expect(alphaAt(layer, 8, 8)).toBe(100)
  })
})
