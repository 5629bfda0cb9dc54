import { expect, test } from 'vitest'
import { isInSight } from '../../src/canvas/tapeMarks.ts'
import { sightOf } from '../../src/canvas/viewport.ts'

const tape = (top: number, bottom: number, railY: number) =>
  ({ top, bottom, readers: [{ railY }] }) as unknown as Parameters<typeof isInSight>[0]

test('what is in sight follows pan and zoom, in flow coordinates', () => {
  expect(sightOf({ x: -100, y: 50, zoom: 2, width: 800, height: 600 })).toEqual({
    left: 50,
    top: -25,
    right: 450,
    bottom: 275,
  })
})

test('the marks of a tape are drawn as long as the tape or one of its rails can be seen', () => {
  const sight = { left: 0, top: 100, right: 900, bottom: 400 }
  for (const [top, bottom, railY, seen] of [
    [200, 240, 260, true],
    [20, 60, 70, false],
    [20, 60, 95, true],
    [390, 430, 460, true],
    [410, 450, 480, true],
    [440, 480, 500, false],
    [-4000, 5000, 5010, true],
  ] as const)
    expect(isInSight(tape(top, bottom, railY), sight), `${top} to ${bottom}, rail ${railY}`).toBe(seen)
})
