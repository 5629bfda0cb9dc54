import type { Frame } from '../protocol/frame.ts'
import { beadCaret, type PlacedBead } from './beadTape.ts'
import type { TapeBed } from './dotPlacement.ts'
import { valueAt } from './gaugePlaces.ts'
import { PITCH } from './measures.ts'
import type { Palette } from './palette.ts'
import type { PixelPen } from './pixelPen.ts'
import { drawRailMark } from './railMarks.ts'
import { settle } from './railSpans.ts'
import type { LabelSpans, Moment, StagePicture } from './stagePicture.ts'
import type { ReaderPlan, StagePlan, TapePlan } from './stagePlan.ts'
import { isInSight } from './tapeMarks.ts'
import type { Area } from './viewport.ts'

/** Where readers stand, on the rails under each tape; and folded tapes. */
export function drawRails(
  pen: PixelPen,
  frame: Frame,
  plan: StagePlan,
  picture: StagePicture,
  moment: Moment,
  palette: Palette,
  labels: LabelSpans,
  sight: Area,
): void {
  drawFolded(pen, plan, picture, palette)
  plan.tapes.forEach((tape, index) => {
    const bed = plan.beds[index]
    if (!bed || !isInSight(tape, sight)) return
    const length = tape.stream.geometry.tearX - tape.stream.geometry.tapeX
    const beads = picture.beadPlaces[index] ?? []
    tape.readers.forEach((reader, position) => {
      const at = bed.bead ? beadPlaces(frame, reader, beads, length) : agePlaces(frame, reader, moment, bed)
      drawRailMark(pen, railMark(tape, reader, position, bed.x, at, labels), palette)
    })
  })
}

/** Carets of a folded tape stand close under its strip. */
const FOLDED_RAIL_PITCH = 3.5

type Places = { fetched: number; caret: number; checkpoint: number }

function railMark(tape: TapePlan, reader: ReaderPlan, position: number, tapeX: number, at: Places, labels: LabelSpans) {
  const label = labels.get(`${tape.stream.node.id}.${tape.shard}.${reader.id}`)
  const { x } = tape.stream
  if (label) {
    label.caretX = tapeX + at.caret - x
    label.pinX = tapeX + at.checkpoint - x
    settle(label)
  }
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
function drawFolded(pen: PixelPen, plan: StagePlan, picture: StagePicture, palette: Palette): void {
  for (let i = 0; i < picture.bars.length; i += 3) {
    const bed = plan.beds[picture.bars[i] ?? 0]
    const tape = plan.tapes[picture.bars[i] ?? 0]
    if (!bed || !tape) continue
    const age = picture.bars[i + 1] ?? 0
    if (age > bed.columns) continue
    const height = (tape.bottom - tape.top) * Math.min(1.2, (picture.bars[i + 2] ?? 0) / Math.max(1, bed.cells))
    const middle = bed.x + age * PITCH
    pen.box(middle - PITCH / 2 + 0.75, tape.bottom - height, middle + PITCH / 2 - 0.75, tape.bottom, palette.ink3Word)
  }
}
