import type { Frame } from '../protocol/frame.ts'
import { drawBead, drawExpired, drawNextRing } from './beadMarks.ts'
import { beadTape, type PlacedBead } from './beadTape.ts'
import { newestIndex } from './carets.ts'
import type { Placement } from './dotPlacement.ts'
import { lowestOf } from './drawnArea.ts'
import { valueAt } from './gaugePlaces.ts'
import type { Palette } from './palette.ts'
import type { Moment, StagePicture } from './stagePicture.ts'
import type { StagePlan, TapePlan } from './stagePlan.ts'
import type { Area } from './viewport.ts'

type Context = CanvasRenderingContext2D

/** Beads of a tape whose records are drawn one by one. */
export function placeBeads(
  frame: Frame,
  plan: StagePlan,
  picture: Placement,
  moment: Moment,
  index: number,
): PlacedBead[] {
  const tape = plan.tapes[index]
  const bed = plan.beds[index]
  if (!tape || !bed?.bead) return []
  const { tapeX, edgeX } = tape.stream.geometry
  return beadTape({
    arrived: picture.tapeBeads[index] ?? [],
    newestIndex: newestIndex(valueAt(frame.gauges, tape.tip)),
    pending: picture.pending[index] ?? 0,
    nowMicros: moment.nowMicros,
    travelMicros: moment.travelMicros,
    shiftMicros: moment.shiftMicros,
    lengthMax: edgeX - tapeX,
  })
}

/** Records one by one, each reader's next one in a ring. */
export function drawTapeMarks(
  context: Context,
  frame: Frame,
  plan: StagePlan,
  picture: StagePicture,
  palette: Palette,
  sight: Area,
): void {
  plan.tapes.forEach((tape, index) => {
    const bed = plan.beds[index]
    if (!bed?.bead || !isInSight(tape, sight)) return
    const beads = picture.beadPlaces[index] ?? []
    const middle = (tape.top + tape.bottom) / 2
    const length = tape.stream.geometry.tearX - tape.stream.geometry.tapeX
    const trim = valueAt(frame.gauges, tape.trimIndex)
    for (const bead of beads) {
      const over = bead.offset - (length - 6)
      if (over > 0) context.globalAlpha = Math.max(0, 0.55 - over / 90)
      const x = bed.x + bead.offset + (over > 0 ? bed.tailShift + 4 : 0)
      if (bead.index < trim) drawExpired(context, x, middle, bead.paint, palette)
      else drawBead(context, x, middle, bead.paint, palette, over > 0 ? 6 : 8)
      context.globalAlpha = 1
    }
    const marked = new Map<number, number>()
    for (const reader of tape.readers) {
      const next = beads.find((bead) => bead.index === valueAt(frame.gauges, reader.places.caretIndex))
      if (!next || next.offset <= 0 || next.offset >= length - 6) continue
      const rings = marked.get(next.index) ?? 0
      marked.set(next.index, rings + 1)
      drawNextRing(context, bed.x + next.offset, middle, palette.readers[reader.ink.token], rings)
    }
  })
}

/** A caret or a ring stands so far over the tape or its rails. */
const OVERHANG = 20

/** Of hundreds of shards few are in the window, and lines outside of it cost as much as those that are seen. */
export function isInSight(tape: TapePlan, sight: Area): boolean {
  if (tape.top - OVERHANG > sight.bottom) return false
  return tape.bottom + OVERHANG >= sight.top || lowestOf(tape) + OVERHANG >= sight.top
}
