import type { Palette } from './palette.ts'
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

type Context = CanvasRenderingContext2D

/** Lag bar, hollow bar of what is fetched, caret with its hairline, checkpoint pin and what would be read again. */
export function drawRailMark(context: Context, mark: RailMark, palette: Palette): void {
  const { y, caretX, tapeX } = mark
  const colour = palette.readers[mark.ink.token] ?? palette.ink
  context.strokeStyle = colour
  context.fillStyle = colour
  const solidTo = caretX - mark.fetchedX > 2 ? mark.fetchedX : caretX
  for (const [from, to] of clearOf(mark.label, tapeX, solidTo)) context.fillRect(from, y - 1.5, to - from, 3)
  context.lineWidth = 1
  for (const [from, to] of caretX - solidTo > 2 ? clearOf(mark.label, solidTo, caretX) : []) {
    context.fillStyle = palette.paper
    context.fillRect(from, y - 1.5, to - from, 3)
    context.strokeRect(from + 0.5, y - 1.5, to - from - 0.5, 3)
    context.fillStyle = colour
  }
  context.fillRect(caretX - 0.6, mark.tapeTop, 1.2, y + 4 - mark.tapeTop)
  caret(context, caretX, y, colour, mark.ink.hollow, palette)
  if (mark.checkpointX - caretX > 3) pin(context, mark, palette)
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

function caret(context: Context, x: number, y: number, colour: string, hollow: boolean, palette: Palette): void {
  context.beginPath()
  context.moveTo(x - 0.6, y)
  context.lineTo(x + 7.6, y - 4.6)
  context.lineTo(x + 7.6, y + 4.6)
  context.closePath()
  context.fillStyle = hollow ? palette.paper : colour
  context.fill()
  if (!hollow) return
  context.lineWidth = 1.25
  context.stroke()
}

function pin(context: Context, { caretX, checkpointX: x, y, label }: RailMark, palette: Palette): void {
  context.beginPath()
  context.lineWidth = 0.8
  for (let at = caretX + 10; at < x - 1; at += 4) {
    if (label && at > label.from - 5 && at < label.to) continue
    context.moveTo(at, y + 3)
    context.lineTo(Math.min(at + 4, x), y - 3)
  }
  context.stroke()
  context.beginPath()
  context.lineWidth = 1.25
  context.moveTo(x, y + 4)
  context.lineTo(x, y - 4)
  context.stroke()
  context.beginPath()
  context.arc(x, y - 6, 2.4, 0, 2 * Math.PI)
  context.fillStyle = palette.paper
  context.fill()
  context.stroke()
}
