import { BEAD_RADIUS, PAINT_LETTERS } from './measures.ts'
import type { Palette } from './palette.ts'

type Context = CanvasRenderingContext2D

export const BEAD_FONT = '600 10.4px "IBM Plex Sans Variable", "IBM Plex Sans", system-ui, sans-serif'

const letterOf = (paint: number) => PAINT_LETTERS[paint] ?? ''

export function letter(context: Context, x: number, y: number, paint: number, colour: string): void {
  const text = letterOf(paint)
  if (text === '') return
  context.fillStyle = colour
  context.fillText(text, x, y + 3.7)
}

export function disc(context: Context, x: number, y: number, radius: number): void {
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

/** Marks the bead that a reader will process next. */
export function drawNextRing(context: Context, x: number, y: number, colour: string, index: number): void {
  disc(context, x, y, BEAD_RADIUS + 2 + index * 2)
  context.strokeStyle = colour
  context.lineWidth = 1.4
  context.stroke()
}
