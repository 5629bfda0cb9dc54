import { disc, letter } from './beadMarks.ts'
import { BEAD_RADIUS } from './measures.ts'
import type { Palette } from './palette.ts'

// How messages of a bag are marked. Loads with the first bag.

type Context = CanvasRenderingContext2D

/** A dead letter: it lies in its tray and goes no further round. */
export function drawDeadLetter(context: Context, x: number, y: number, paint: number, palette: Palette): void {
  const side = 2 * BEAD_RADIUS - 1.5
  context.fillStyle = palette.paint[paint] ?? palette.ink3
  context.fillRect(x - side / 2, y - side / 2, side, side)
  letter(context, x, y, paint, palette.onPaint[paint] ?? palette.paper)
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
