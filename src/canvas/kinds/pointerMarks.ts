import { perMark } from './drawing.ts'

export type PointerMark = { x: number; y: number; paint: number; isReceived: boolean }
type Paint = { waiting: number; received: number }

/**
 * Where the marks of a Kinesis queue stand in its bag: what waits fills columns from the left, what is received columns from the
 * right, each of one paint after another. Beads while all of them fit, one for each record; else grains, each for `each` records.
 */
export function pointerMarks(
  paints: readonly Paint[],
  room: { width: number; height: number },
  pitches: { bead: number; grain: number },
): { marks: PointerMark[]; each: number; pitch: number } {
  const beads = grid(room, pitches.bead)
  if (columnsFor(paints, 1, beads.rows) <= beads.columns)
    return { marks: placed(paints, 1, beads), each: 1, pitch: pitches.bead }
  const grains = grid(room, pitches.grain)
  const all = paints.reduce((sum, { waiting, received }) => sum + waiting + received, 0)
  let each = perMark(all, grains.rows * grains.columns)
  while (columnsFor(paints, each, grains.rows) > grains.columns) each *= 2
  return { marks: placed(paints, each, grains), each, pitch: pitches.grain }
}

type Grid = { columns: number; rows: number; pitch: number }

const grid = ({ width, height }: { width: number; height: number }, pitch: number): Grid => {
  return { columns: Math.floor(width / pitch), rows: Math.floor(height / pitch), pitch }
}

const marksOf = (paints: readonly Paint[], each: number, of: keyof Paint): number[] =>
  paints.flatMap((paint, i) => Array<number>(Math.ceil(paint[of] / each)).fill(i))

function columnsFor(paints: readonly Paint[], each: number, rows: number): number {
  const columns = (of: keyof Paint) =>
    Math.ceil(paints.reduce((sum, paint) => sum + Math.ceil(paint[of] / each), 0) / rows)
  return columns('waiting') + columns('received')
}

function placed(paints: readonly Paint[], each: number, { columns, rows, pitch }: Grid): PointerMark[] {
  const at = (place: number, isReceived: boolean) => {
    const column = Math.floor(place / rows)
    const row = place % rows
    return { x: (isReceived ? columns - 1 - column : column) * pitch, y: (rows - 1 - row) * pitch }
  }
  return (['waiting', 'received'] as const).flatMap((of) =>
    marksOf(paints, each, of).map((paint, place) => {
      const isReceived = of === 'received'
      return { ...at(place, isReceived), paint, isReceived }
    }),
  )
}
