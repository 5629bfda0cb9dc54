import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingersAt, pinched } from '../../src/canvas/hands/pinch.ts'

const pixels = fc.integer({ min: 0, max: 1000 })
const point = fc.record({ x: pixels, y: pixels })

test('what lies under the middle of two fingers stays under it, and is as much larger as they are farther apart', () => {
  fc.assert(
    fc.property(point, point, point, point, fc.integer({ min: 4, max: 30 }), (a, b, c, d, tenths) => {
      const [from, to] = [fingersAt(a, b), fingersAt(c, d)]
      fc.pre(from.apart > 1)
      const view = { x: 17, y: -40, zoom: tenths / 10 }
      const next = pinched(view, from, to, 0.2, 4)
      const wanted = (view.zoom * to.apart) / from.apart
      expect(next.zoom).toBeCloseTo(Math.min(4, Math.max(0.2, wanted)), 9)
      expect((to.x - next.x) / next.zoom).toBeCloseTo((from.x - view.x) / view.zoom, 6)
      expect((to.y - next.y) / next.zoom).toBeCloseTo((from.y - view.y) / view.zoom, 6)
    }),
  )
})
