import { expect, test } from 'vitest'
import { columnsOf, type Grains, pushGrain, REFUSED, SOLID } from '../../src/canvas/dotPlacement.ts'
import { createGrainPainter } from '../../src/canvas/grainPainter.ts'
import type { Palette } from '../../src/canvas/palette.ts'

const palette = { stopWord: 0x0000ff, paintWord: Uint32Array.of(0x112233, 0x445566) } as unknown as Palette
const PLACE = { scale: 1, left: 0, top: 0 }

function painted(fill: (grains: Grains) => void): Int32Array {
  const layer = { width: 60, height: 20, pixels: new Int32Array(60 * 20) }
  const grains = columnsOf(8000)
  fill(grains)
  createGrainPainter()(layer, grains, palette, PLACE)
  return layer.pixels
}

test('of thousands of dots in one pixel the uppermost is seen, and dots of other forms and places are drawn as well', () => {
  const crowd = painted((grains) => {
    for (let i = 0; i < 6000; i++) pushGrain(grains, 10.5, 10.5, i % 2, SOLID, 255)
    pushGrain(grains, 30.5, 10.5, 0, SOLID, 255)
    pushGrain(grains, 45.5, 10.5, 0, REFUSED, 255)
  })
  const few = painted((grains) => {
    pushGrain(grains, 10.5, 10.5, 1, SOLID, 255)
    pushGrain(grains, 30.5, 10.5, 0, SOLID, 255)
    pushGrain(grains, 45.5, 10.5, 0, REFUSED, 255)
  })
  expect(crowd[10 * 60 + 10]! >>> 0).toBe(0xff445566)
  expect(crowd).toEqual(few)
})
