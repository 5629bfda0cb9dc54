import type { Frame } from '../protocol/frame.ts'
import { drawBead, drawExpired, drawNextRing } from './beadMarks.ts'
import { beadCaret, beadTape, type PlacedBead } from './beadTape.ts'
import { newestIndex } from './carets.ts'
import type { Placement, TapeBed } from './dotPlacement.ts'
import { lowestOf } from './drawnArea.ts'
import { valueAt } from './gaugePlaces.ts'
import { PITCH } from './measures.ts'
import type { Palette } from './palette.ts'
import { drawRailMark } from './railMarks.ts'
import type { LabelSpans, Moment, StagePicture } from './stagePicture.ts'
import type { ReaderPlan, StagePlan, TapePlan } from './stagePlan.ts'
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

export function drawTapeMarks(
  context: Context,
  frame: Frame,
  plan: StagePlan,
  picture: StagePicture,
  moment: Moment,
  palette: Palette,
  labels: LabelSpans,
  sight: Area,
): void {
  drawFolded(context, plan, picture, palette)
  plan.tapes.forEach((tape, index) => {
    const bed = plan.beds[index]
    if (!bed || !isInSight(tape, sight)) return
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
    tape.readers.forEach((reader, position) => {
      const at = bed.bead ? beadPlaces(frame, reader, beads, length) : agePlaces(frame, reader, moment, bed)
      if (bed.bead) {
        const next = beads.find((bead) => bead.index === valueAt(frame.gauges, reader.places.caretIndex))
        if (next && next.offset > 0 && next.offset < length - 6) {
          const rings = marked.get(next.index) ?? 0
          marked.set(next.index, rings + 1)
          drawNextRing(context, bed.x + next.offset, middle, palette.readers[reader.ink.token] ?? palette.ink, rings)
        }
      }
      drawRailMark(context, railMark(tape, reader, position, bed.x, at, labels), palette)
    })
  })
}

/** A caret or a ring stands so far over the tape or its rails. */
const OVERHANG = 20

/** Of hundreds of shards few are in the window, and lines outside of it cost as much as those that are seen. */
export function isInSight(tape: TapePlan, sight: Area): boolean {
  if (tape.top - OVERHANG > sight.bottom) return false
  return tape.bottom + OVERHANG >= sight.top || lowestOf(tape) + OVERHANG >= sight.top
}

/** Carets of a folded tape stand close under its strip. */
const FOLDED_RAIL_PITCH = 3.5

type Places = { fetched: number; caret: number; checkpoint: number }

function railMark(tape: TapePlan, reader: ReaderPlan, position: number, tapeX: number, at: Places, labels: LabelSpans) {
  const label = labels.get(`${tape.stream.node.id}.${tape.shard}.${reader.id}`)
  const { x } = tape.stream
  return {
    ...{
      tapeX,
      tapeTop: tape.top,
      y: tape.folded ? tape.bottom + 3 + position * FOLDED_RAIL_PITCH : reader.railY,
      ink: reader.ink,
    },
    ...{ fetchedX: tapeX + at.fetched, caretX: tapeX + at.caret, checkpointX: tapeX + at.checkpoint },
    label: label && !tape.folded ? { from: x + label.from, to: x + label.to } : null,
  }
}

/** By age: a caret sits where its record is, and at the tear when that is further back. */
function agePlaces(
  frame: Frame,
  { places }: ReaderPlan,
  { nowMicros }: Moment,
  { columns, unitSeconds }: TapeBed,
): Places {
  const offset = (at: number) =>
    Math.max(0, Math.min(columns, (nowMicros - valueAt(frame.gauges, at)) / 1e6 / unitSeconds)) * PITCH
  const caret = offset(places.caretAt)
  return {
    caret,
    fetched: Math.min(caret, offset(places.fetchedAt)),
    checkpoint: Math.max(caret, offset(places.checkpointAt)),
  }
}

/** In records: a caret stands left of what it has processed. */
function beadPlaces(frame: Frame, { places }: ReaderPlan, beads: readonly PlacedBead[], length: number): Places {
  const offset = (at: number) => Math.min(length, beadCaret(beads, valueAt(frame.gauges, at), length))
  const caret = offset(places.caretIndex)
  return {
    caret,
    fetched: Math.min(caret, offset(places.fetchedIndex)),
    checkpoint: Math.max(caret, offset(places.checkpointIndex)),
  }
}

/** A folded tape is a strip of bars under the same limit line. */
function drawFolded(context: Context, plan: StagePlan, picture: StagePicture, palette: Palette): void {
  context.fillStyle = palette.ink3
  for (let i = 0; i < picture.bars.length; i += 3) {
    const bed = plan.beds[picture.bars[i] ?? 0]
    const tape = plan.tapes[picture.bars[i] ?? 0]
    if (!bed || !tape) continue
    const age = picture.bars[i + 1] ?? 0
    if (age > bed.columns) continue
    const height = (tape.bottom - tape.top) * Math.min(1.2, (picture.bars[i + 2] ?? 0) / Math.max(1, bed.cells))
    context.fillRect(bed.x + age * PITCH - PITCH / 2 + 0.75, tape.bottom - height, PITCH - 1.5, height)
  }
}
