import { expect, test } from 'vitest'
import * as bags from '../../src/canvas/bags.ts'
import { drawnArea } from '../../src/canvas/drawnArea.ts'
import { drawMarks } from '../../src/canvas/drawStage.ts'
import { CLOSE } from '../../src/canvas/far.ts'
import { drawMovingTexts } from '../../src/canvas/movingTexts.ts'
import type { Palette } from '../../src/canvas/palette.ts'
import type { PixelPen } from '../../src/canvas/pixelPen.ts'
import { drawRails } from '../../src/canvas/tapeRails.ts'
import type { Area } from '../../src/canvas/viewport.ts'
import { CATALOGUE } from '../../src/scenario/library/catalogue.ts'
import { shownAt } from './shownAt.ts'

/** A pen and a context that only remember which points they were led over. */
function listening(): { pen: PixelPen; context: CanvasRenderingContext2D; points: [x: number, y: number][] } {
  const points: [number, number][] = []
  const box = (x: number, y: number, width: number, height: number) => points.push([x, y], [x + width, y + height])
  const methods = {
    moveTo: (x: number, y: number) => points.push([x, y]),
    lineTo: (x: number, y: number) => points.push([x, y]),
    arc: (x: number, y: number, r: number) => points.push([x - r, y - r], [x + r, y + r]),
    bezierCurveTo: (a: number, b: number, c: number, d: number, x: number, y: number) =>
      points.push([a, b], [c, d], [x, y]),
    fillText: (_: string, x: number, y: number) => points.push([x, y]),
    fillRect: box,
    strokeRect: box,
    ...{ beginPath() {}, closePath() {}, fill() {}, stroke() {}, setLineDash() {}, save() {}, restore() {} },
  }
  const pen: PixelPen = {
    box: (left, top, right, bottom) => points.push([left, top], [right, bottom]),
    shape(corners, x, y) {
      for (let i = 0; i < corners.length; i += 2) points.push([x + (corners[i] ?? 0), y + (corners[i + 1] ?? 0)])
    },
  }
  return { pen, context: methods as unknown as CanvasRenderingContext2D, points }
}

const COLOURS: string[] = Array.from({ length: 8 }, () => '#123456')
const palette = {
  paint: COLOURS,
  onPaint: COLOURS,
  readers: {},
  readerWord: {},
  hasNumbers: true,
} as unknown as Palette

const isIn = (area: Area, x: number, y: number, by = 0) =>
  x - by >= area.left && x + by <= area.right && y - by >= area.top && y + by <= area.bottom

// The canvas ends where this area does: what is drawn outside would be cut off.
test.each(CATALOGUE)('$id: whatever moves is drawn inside the area for it', async ({ load }) => {
  const scenario = await load()
  const { shown, scene } = shownAt(scenario, scenario.durationSeconds * 0.6)
  const { frame, plan, picture, moment } = shown
  const drawn = drawnArea(scene, plan)
  for (const { dots, reach } of [
    { dots: picture.grains, reach: 3 },
    { dots: picture.beads, reach: 8 },
  ])
    for (let i = 0; i < dots.count; i++) {
      const [x, y] = [dots.x[i] ?? Number.NaN, dots.y[i] ?? Number.NaN]
      if (!isIn(drawn, x, y, reach)) expect([x, y], 'a dot').toEqual(drawn)
    }
  const { pen, context, points } = listening()
  drawRails(pen, frame, plan, picture, moment, palette, new Map(), drawn)
  drawMarks(context, frame, plan, picture, moment, palette, bags, drawn)
  drawMovingTexts(context, plan, picture, moment, palette, CLOSE, drawn)
  for (const [x, y] of points) if (!isIn(drawn, x, y)) expect([x, y], 'a mark').toEqual(drawn)
})
