import { PAINT_COUNT } from '../../protocol/frame.ts'
import type { KinesisQueueNode } from '../../scenario/scenario.ts'
import { type Box, GRAIN_RADIUS, PITCH, type Point } from '../measures.ts'
import type { CellGrid } from './cellGrid.ts'
import { perMark, type ReadGauge } from './drawing.ts'

/** Middle of a mark, seen from the top left of the drawing; `nth` of its paint and of those that wait or are received. */
export type PointerMark = Point & { paint: number; isReceived: boolean; nth: number }

export type PointerDrawing = {
  bag: { width: number; height: number }
  marks: PointerMark[]
  /** Records of one mark. */
  each: number
  radius: number
  isBeads: boolean
  dead: { count: number; each: number; grid: CellGrid } | null
}

type Paint = { waiting: number; received: number }

/** The top of the bag, under the words that say where it points. */
export const BAG_TOP = 15
const FOOT = 18
export const TRAY_WIDTH = 46
export const TRAY_GAP = 10
const INSET = { x: 9, y: 4 }
const BEAD_PITCH = 17
const BEAD_RADIUS = 7

/**
 * What is drawn of a Kinesis queue: what waits fills columns from the left, what is received columns from the right, each of one paint
 * after another. Beads while all of them fit, one for each record; else grains, each for `each` records.
 */
export function pointerDrawing(node: KinesisQueueNode, box: Box, read: ReadGauge): PointerDrawing {
  const hasTray = node.maxReceiveCount > 0
  const bag = {
    width: box.width - (hasTray ? TRAY_WIDTH + TRAY_GAP : 0),
    height: box.height - BAG_TOP - FOOT,
  }
  const paints = Array.from({ length: PAINT_COUNT }, (_, paint) => ({
    waiting: Math.max(0, read(`visiblePaint${paint}`)),
    received: Math.max(0, read(`inFlightPaint${paint}`)),
  }))
  const room = { width: bag.width - 2 * INSET.x, height: bag.height - 2 * INSET.y }
  const beads = gridIn(room, BEAD_PITCH)
  const isBeads = columnsFor(paints, 1, beads.rows) <= beads.columns
  const grid = isBeads ? beads : gridIn(room, PITCH)
  const each = isBeads ? 1 : eachOf(paints, grid)
  return {
    ...{ bag, each, isBeads, marks: placed(paints, each, grid), radius: isBeads ? BEAD_RADIUS : GRAIN_RADIUS },
    dead: hasTray ? deadIn(bag.height, read('deadLetters')) : null,
  }
}

type Grid = { columns: number; rows: number; pitch: number }

const gridIn = ({ width, height }: { width: number; height: number }, pitch: number): Grid => {
  return { columns: Math.floor(width / pitch), rows: Math.floor(height / pitch), pitch }
}

function deadIn(height: number, count: number) {
  const { columns, rows } = gridIn({ width: TRAY_WIDTH - 8, height: height - 22 }, PITCH)
  return { count, each: perMark(count, columns * rows), grid: { columns, rows, pitch: PITCH, fromTop: false } }
}

function eachOf(paints: readonly Paint[], { columns, rows }: Grid): number {
  const all = paints.reduce((sum, { waiting, received }) => sum + waiting + received, 0)
  let each = perMark(all, rows * columns)
  while (columnsFor(paints, each, rows) > columns) each *= 2
  return each
}

function columnsFor(paints: readonly Paint[], each: number, rows: number): number {
  const columns = (of: keyof Paint) =>
    Math.ceil(paints.reduce((sum, paint) => sum + Math.ceil(paint[of] / each), 0) / rows)
  return columns('waiting') + columns('received')
}

function placed(paints: readonly Paint[], each: number, { columns, rows, pitch }: Grid): PointerMark[] {
  const at = (place: number, isReceived: boolean): Point => {
    const column = Math.floor(place / rows)
    return {
      x: INSET.x + ((isReceived ? columns - 1 - column : column) + 0.5) * pitch,
      y: BAG_TOP + INSET.y + (rows - 1 - (place % rows) + 0.5) * pitch,
    }
  }
  return (['waiting', 'received'] as const).flatMap((of) => {
    const isReceived = of === 'received'
    return paints
      .flatMap((own, paint) =>
        Array.from({ length: Math.ceil(own[of] / each) }, (_, i) => ({ paint, isReceived, nth: i * each })),
      )
      .map((mark, place) => ({ ...mark, ...at(place, isReceived) }))
  })
}
