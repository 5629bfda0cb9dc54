import { BEAD_RADIUS, PAINT_LETTERS } from './measures.ts'
import type { Palette } from './palette.ts'

type Context = CanvasRenderingContext2D

export const BEAD_FONT = '600 10.4px "IBM Plex Sans Variable", "IBM Plex Sans", system-ui, sans-serif'

const letterOf = (paint: number) => PAINT_LETTERS[paint] ?? ''

function letter(context: Context, x: number, y: number, paint: number, colour: string): void {
  const text = letterOf(paint)
  if (text === '') return
  context.fillStyle = colour
  context.fillText(text, x, y + 3.7)
}

function disc(context: Context, x: number, y: number, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
}

/** A stored message: disc and letter. */
export function drawBead(
  context: Context,
  x: number,
  y: number,
  paint: number,
  palette: Palette,
  radius: number = BEAD_RADIUS,
): void {
  disc(context, x, y, radius)
  context.fillStyle = palette.paint[paint] ?? palette.ink3
  context.fill()
  if (radius > 6.5) letter(context, x, y, paint, palette.onPaint[paint] ?? palette.paper)
}

/** A dead letter: it lies in its tray and goes no further round. */
export function drawDeadLetter(context: Context, x: number, y: number, paint: number, palette: Palette): void {
  const side = 2 * BEAD_RADIUS - 1.5
  context.fillStyle = palette.paint[paint] ?? palette.ink3
  context.fillRect(x - side / 2, y - side / 2, side, side)
  letter(context, x, y, paint, palette.onPaint[paint] ?? palette.paper)
}

const COPY_RADIUS = 6.4
const COPY_FONT = BEAD_FONT.replace('10.4px', '8.6px')

/** A reader's copy on its rail: a little smaller, so that it keeps clear of the next rail. */
export function drawCopy(context: Context, x: number, y: number, paint: number, palette: Palette): void {
  drawBead(context, x, y, paint, palette, COPY_RADIUS)
  context.font = COPY_FONT
  letter(context, x, y - 0.6, paint, palette.onPaint[paint] ?? palette.paper)
  context.font = BEAD_FONT
}

/** Where it came from: the tail of a travelling bead points back. */
export function drawTail(context: Context, x: number, y: number, turn: number, radius: number, colour: string): void {
  const [dx, dy] = [Math.cos(turn) * radius, Math.sin(turn) * radius]
  context.beginPath()
  context.moveTo(x - dy * 0.8, y + dx * 0.8)
  context.lineTo(x - dx * 2.9, y - dy * 2.9)
  context.lineTo(x + dy * 0.8, y - dx * 0.8)
  context.fillStyle = colour
  context.globalAlpha = 0.45
  context.fill()
  context.globalAlpha = 1
}

/** A message that has been delivered before has part of a second outline. */
export function drawAgain(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.beginPath()
  context.arc(x, y, radius, -1.4, 1)
  context.strokeStyle = colour
  context.lineWidth = 1.6
  context.stroke()
}

/** The work is done and the message deleted: a ring and a check, for a moment. */
export function drawDone(context: Context, x: number, y: number, colour: string, palette: Palette): void {
  disc(context, x, y, BEAD_RADIUS - 1)
  context.fillStyle = palette.store
  context.fill()
  context.strokeStyle = colour
  context.lineWidth = 1.6
  context.stroke()
  context.beginPath()
  context.moveTo(x - 3.4, y + 0.2)
  context.lineTo(x - 0.9, y + 2.8)
  context.lineTo(x + 3.6, y - 2.6)
  context.strokeStyle = palette.ink
  context.stroke()
}

/** A refused message on its way back: hollow, vermilion. */
export function drawRefusedBead(context: Context, x: number, y: number, paint: number, palette: Palette): void {
  disc(context, x, y, BEAD_RADIUS - 0.8)
  context.fillStyle = palette.store
  context.fill()
  context.strokeStyle = palette.stop
  context.lineWidth = 1.7
  context.stroke()
  letter(context, x, y, paint, palette.ink)
}

/** A record past its retention: a dotted outline where it was. */
export function drawExpired(context: Context, x: number, y: number, paint: number, palette: Palette): void {
  disc(context, x, y, BEAD_RADIUS - 0.7)
  context.strokeStyle = palette.ink3
  context.lineWidth = 1.2
  context.lineCap = 'round'
  context.setLineDash([1, 2.4])
  context.stroke()
  context.setLineDash([])
  context.lineCap = 'butt'
  letter(context, x, y, paint, palette.ink3)
}

/** A received message: dashed ghost, and a ring that empties with the visibility timeout. */
export function drawGhost(
  context: Context,
  x: number,
  y: number,
  paint: number,
  ring: number | null,
  palette: Palette,
): void {
  const colour = palette.paint[paint] ?? palette.ink3
  disc(context, x, y, BEAD_RADIUS - 0.8)
  context.fillStyle = palette.store
  context.fill()
  context.strokeStyle = colour
  context.lineWidth = 1.2
  context.setLineDash([2, 2.2])
  context.stroke()
  context.setLineDash([])
  letter(context, x, y, paint, palette.ink2)
  if (ring === null) return
  disc(context, x, y, BEAD_RADIUS + 3.2)
  context.strokeStyle = palette.line
  context.lineWidth = 2
  context.stroke()
  context.beginPath()
  context.arc(x, y, BEAD_RADIUS + 3.2, -Math.PI / 2, -Math.PI / 2 + Math.max(0.001, ring) * 2 * Math.PI)
  context.strokeStyle = colour
  context.lineWidth = 2.2
  context.stroke()
}

/** Marks the bead that a reader will process next. */
export function drawNextRing(context: Context, x: number, y: number, colour: string, index: number): void {
  disc(context, x, y, BEAD_RADIUS + 2 + index * 2)
  context.strokeStyle = colour
  context.lineWidth = 1.4
  context.stroke()
}

/** From a received message to the worker that has it. */
export function drawHold(
  context: Context,
  from: { x: number; y: number },
  to: { x: number; y: number },
  dead: boolean,
  palette: Palette,
): void {
  const start = from.x + BEAD_RADIUS + 5
  const bend = (to.x - start) * 0.5
  context.beginPath()
  context.moveTo(start, from.y)
  context.bezierCurveTo(start + bend, from.y, to.x - bend, to.y, to.x, to.y)
  context.strokeStyle = dead ? palette.line2 : palette.ink3
  context.lineWidth = 0.9
  if (dead) context.setLineDash([3, 3])
  context.stroke()
  context.setLineDash([])
}
