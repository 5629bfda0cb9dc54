import { expect, test } from 'vitest'
import { createPlacing } from '../../src/canvas/drawStage.ts'
import { sceneOf } from '../../src/canvas/geometry.ts'
import type { PixelPen } from '../../src/canvas/pixelPen.ts'
import { type RailSpan, settle } from '../../src/canvas/railSpans.ts'
import { readerInks } from '../../src/canvas/readerInk.ts'
import { type LabelSpans, newMemory } from '../../src/canvas/stagePicture.ts'
import { stagePlan } from '../../src/canvas/stagePlan.ts'
import { drawRails } from '../../src/canvas/tapeRails.ts'
import { travelMicros } from '../../src/canvas/tapeUnit.ts'
import { runOf, scenarioOf } from './frameAt.ts'

const WIDTH = 130

const spanAt = (edgeX: number): RailSpan => ({
  ...{ from: Number.NaN, to: 0, width: WIDTH, edgeX, caretX: 0, pinX: 0 },
  move: null,
})

/** Where a label ends up that lay at `from` when caret and pin are there. */
function settled(from: number, caretX: number, pinX = caretX, edgeX = 500) {
  const span = { ...spanAt(edgeX), from, caretX, pinX }
  settle(span)
  return span
}

// Labels get their text four times a second; carets are drawn in every frame.
test.each([
  ['many-readers', 38],
  ['two-shards', 30],
])('%s: no caret stands on its label in any frame from 0:%d on', (id, second) => {
  const scenario = scenarioOf(id)
  const { layout, frameAt } = runOf(scenario)
  const scene = sceneOf({ scenario, positions: new Map(), layout, folded: new Map() })
  const plan = stagePlan({ scene, layout, inks: readerInks(scenario), ribbons: new Map() })
  const labels: LabelSpans = new Map(
    plan.tapes.flatMap((tape) =>
      tape.readers.map((reader) => [
        `${tape.stream.node.id}.${tape.shard}.${reader.id}`,
        spanAt(tape.stream.geometry.edgeX),
      ]),
    ),
  )
  const pen: PixelPen = { box() {}, shape() {} }
  const sight = { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 }
  const placing = createPlacing()
  const memory = newMemory()
  let carets = new Set<number>()
  for (let i = 0; i < 90; i++) {
    const nowMicros = Math.round((second + i / 30) * 1e6)
    const frame = frameAt(nowMicros / 1e6, 60)
    const moment = { nowMicros, travelMicros: travelMicros(1, false), shiftMicros: 240_000, reduced: false }
    const picture = placing(frame, plan, moment, memory, null, labels, null)
    drawRails(pen, frame, plan, picture, moment, { readerWord: {} } as never, labels, sight)
    for (const [name, { caretX, from, to }] of labels) {
      carets = carets.add(caretX)
      const isClear = to <= caretX - 4 || from >= caretX + 9
      expect(isClear, `${name} at ${nowMicros}: caret ${caretX}, label ${from} to ${to}`).toBe(true)
    }
  }
  expect(carets.size).toBeGreaterThan(20)
})

test('a label is pushed by its caret to both sides, and stays where it is while it is clear', () => {
  // The caret moves right onto a label at its right, and left onto one at its left.
  expect(settled(60, 55).from).toBeGreaterThanOrEqual(64)
  expect(settled(300 - WIDTH, 290, 290, 400).to).toBeLessThanOrEqual(286)
  // It moves away: the label waits, but not for ever.
  expect(settled(60, 30).from).toBe(60)
  expect(settled(160, 30).from).toBeLessThan(48)
})

test('a label keeps clear of the pin: behind one that is near, before one that is far', () => {
  expect(settled(Number.NaN, 30, 60).from).toBeGreaterThanOrEqual(66)
  const before = settled(Number.NaN, 30, 200)
  expect([before.from >= 39, before.to <= 194]).toEqual([true, true])
  // A label that stayed at a distance gives way to a pin that comes nearer.
  expect(settled(80, 35, 200).to).toBeLessThanOrEqual(194)
  // No room at the right: left of the caret.
  expect(settled(Number.NaN, 400).to).toBeLessThanOrEqual(396)
})
