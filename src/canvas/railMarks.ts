import type { Palette } from './palette.ts'
import type { PixelPen } from './pixelPen.ts'
import type { ReaderInk } from './readerInk.ts'

/** Where one reader stands on one tape, in flow coordinates. `fetchedX` <= `caretX` <= `checkpointX`. */
export type RailMark = {
  tapeX: number
  tapeTop: number
  y: number
  fetchedX: number
  caretX: number
  checkpointX: number
  ink: ReaderInk
  /** Text that marks keep clear of. */
  label: { from: number; to: number } | null
}

/** Lag bar, hollow bar of what is fetched, caret with its hairline, checkpoint pin and what would be read again. */
export function drawRailMark(pen: PixelPen, mark: RailMark, palette: Palette): void {
  const { y, caretX, tapeX } = mark
  const colour = palette.readerWord[mark.ink.token]
  const solidTo = caretX - mark.fetchedX > 2 ? mark.fetchedX : caretX
  for (const [from, to] of clearOf(mark.label, tapeX, solidTo)) pen.box(from, y - 1.5, to, y + 1.5, colour)
  for (const [from, to] of caretX - solidTo > 2 ? clearOf(mark.label, solidTo, caretX) : []) {
    pen.box(from, y - 2, to + 0.5, y + 2, colour)
    pen.box(from + 1, y - 1, to - 0.5, y + 1, palette.paperWord)
  }
  pen.box(caretX - 0.6, mark.tapeTop, caretX + 0.6, y + 4, colour)
  pen.shape(mark.ink.hollow ? OUTLINE : CARET, caretX, y, colour)
  if (mark.ink.hollow) pen.shape(INSIDE, caretX, y, palette.paperWord)
  if (mark.checkpointX - caretX > 3) pin(pen, mark, colour, palette)
}

/** A bar from `from` to `to` with a gap where the label stands. */
function clearOf(label: RailMark['label'], from: number, to: number): [number, number][] {
  if (label === null || label.from >= to || label.to <= from) return to - from > 0.5 ? [[from, to]] : []
  const parts: [number, number][] = [
    [from, label.from],
    [label.to, to],
  ]
  return parts.filter(([start, end]) => end - start > 0.5)
}

/** A caret from its tip; `size` times as large, from the middle of the circle that it holds. */
const caret = (size: number) => {
  const [tip, back, half] = [4.9 - 5.5 * size, 4.9 + 2.7 * size, 4.6 * size]
  return [tip, 0, back, -half, back, half]
}
const CARET = caret(1)
/** A pen of 1.25 along the sides of a caret reaches from the one to the other. */
const OUTLINE = caret(1.23)
const INSIDE = caret(0.77)
/** One line of the hatch: where its middle is, it reaches so far to all sides, and leans to the left. */
const REACH = 5
const LEANING = [-REACH - 0.7, -REACH, 0.7 - REACH, -REACH, REACH + 0.7, REACH, REACH - 0.7, REACH]
const HATCH_STEP = 7
const disc = (radius: number) =>
  Array.from({ length: 32 }, (_, i) => radius * (i % 2 ? Math.sin : Math.cos)(((i >> 1) * Math.PI) / 8))
const HEAD = disc(3)
const HOLE = disc(1.8)

function pin(pen: PixelPen, { caretX, checkpointX: x, y, label }: RailMark, colour: number, palette: Palette): void {
  // Under a folded tape there is neither a label nor room for a hatch.
  for (let at = caretX + 9 + REACH; label && at < x - REACH; at += HATCH_STEP)
    if (at <= label.from - REACH || at >= label.to + REACH) pen.shape(LEANING, at, y, palette.line2Word)
  pen.box(x - 0.6, y - 4, x + 0.6, y + 4, colour)
  pen.shape(HEAD, x, y - 6, colour)
  pen.shape(HOLE, x, y - 6, palette.paperWord)
}
