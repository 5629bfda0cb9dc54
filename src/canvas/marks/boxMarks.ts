import { HEADER } from '../../protocol/frame.ts'
import type { Mark } from '../../protocol/inquiry.ts'
import { seenId } from '../../protocol/layout.ts'
import { gaugePlace, nodeOf, valueAt } from '../gaugePlaces.ts'
import type { Scene } from '../geometry.ts'
import { type CellGrid, cellMiddle, cellsFilled } from '../kinds/cellGrid.ts'
import type { ReadGauge } from '../kinds/drawing.ts'
import { SQUARES_TOP, squaresOf } from '../kinds/functionDrawing.ts'
import { BRIM, heapDrawing } from '../kinds/heapDrawing.ts'
import { type LaneDrawing, laneDrawing, laneMarks, laneRadius } from '../kinds/laneDrawing.ts'
import { pointerDrawing } from '../kinds/pointerDrawing.ts'
import { COPY_RADIUS, topicPlaces } from '../kinds/topicDrawing.ts'
import type { Box } from '../measures.ts'
import type { ShownPicture } from '../shownPicture.ts'
import type { PlacedMark } from './placedMark.ts'

type Placed = Scene['plain'] extends Map<string, infer One> ? One : never
/** A mark in the drawing of its node, seen from the drawing's top left. */
type InDrawing = Omit<PlacedMark, 'node'>

/** The messages that boxes draw: in the lanes of a FIFO queue, in the bag of a Kinesis queue, in a heap, at a topic, in a function. */
export function boxMarks({ plan, layout, frame }: ShownPicture): PlacedMark[] {
  const atMicros = frame.header[HEADER.nowMicros] ?? 0
  return [...plan.boxes.values()].flatMap((placed) => {
    const { node, x, y, geometry } = placed
    const own = nodeOf(layout, node.id)
    if (own === undefined) return []
    const read: ReadGauge = (name) => valueAt(frame.gauges, gaugePlace(own, name))
    const beside = nodeOf(layout, seenId(node.id))
    const seen: ReadGauge = (name) => valueAt(frame.gauges, gaugePlace(beside, name))
    const { drawing } = geometry
    return marksIn(placed, drawing, read, seen, own.rowCount, atMicros).map((mark) => ({
      ...mark,
      ...{ x: x + drawing.x + mark.x, y: y + drawing.y + mark.y, node: node.id },
    }))
  })
}

type BoxMark = Extract<Mark, { on: 'box' }>

function marksIn(
  { node }: Placed,
  box: Box,
  read: ReadGauge,
  seen: ReadGauge,
  rows: number,
  atMicros: number,
): InDrawing[] {
  const { id } = node
  const mark = (what: BoxMark['what'], share = 0, row = 0): BoxMark => ({
    ...{ on: 'box', node: id, what, row, share, paint: -1, atMicros },
  })
  switch (node.kind) {
    case 'fifoQueue':
      return inLanes(id, laneDrawing(box, read, seen), atMicros)
    case 'kinesisQueue': {
      const { marks, each: standsFor, radius } = pointerDrawing(node, box, read)
      return marks.map(({ x, y, paint, isReceived, nth }) => ({
        ...{ x, y, radius, standsFor },
        mark: { on: 'queue', queue: id, atMicros, message: -1, isReceived, paint, nth },
      }))
    }
    case 'monolith': {
      const { grid, down, cells, dots, each } = heapDrawing(node, box, read, seen)
      const ofPaint = (paint: number) => dots.filter((dot) => dot.paint === paint).length
      return inCells(grid, BRIM + 1, cells, Math.max(1, each), (share, i) => {
        const dot = dots[i]
        if (down || dot === undefined) return mark('died', share)
        return { ...mark('inside', dot.nth / ofPaint(dot.paint)), paint: dot.paint }
      })
    }
    case 'topic': {
      const { came, copies } = topicPlaces(box, rows)
      const of = { radius: COPY_RADIUS, standsFor: 1 }
      return [
        { ...came, ...of, mark: mark('published') },
        ...copies.map((place, row) => ({ ...place, ...of, mark: mark('copied', 0, row) })),
      ]
    }
    case 'lambda': {
      const running = read('concurrent')
      const { grid, each } = squaresOf(box, running)
      const squares = cellsFilled(grid, Math.ceil(running / each))
      return inCells(grid, SQUARES_TOP, squares, each, (share) => mark('inside', share))
    }
    default:
      return []
  }
}

function inLanes(queue: string, drawing: LaneDrawing, atMicros: number): InDrawing[] {
  return drawing.lanes.flatMap(({ paint }, lane) =>
    laneMarks(drawing, lane).map(({ x, y, isInFlight: isReceived, nth }) => ({
      ...{ x, y, radius: laneRadius(drawing), standsFor: drawing.each },
      mark: { on: 'queue', queue, atMicros, message: -1, isReceived, paint, nth },
    })),
  )
}

function inCells(
  grid: CellGrid,
  top: number,
  cells: number,
  standsFor: number,
  markAt: (share: number, i: number) => Mark,
): InDrawing[] {
  return Array.from({ length: cells }, (_, i) => {
    const { x, y } = cellMiddle(grid, i)
    return { x, y: top + y, radius: grid.pitch / 2, standsFor, mark: markAt(i / cells, i) }
  })
}
