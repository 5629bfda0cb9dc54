import { type Grains, SOLID } from './dotPlacement.ts'
import { PAINT_LETTERS } from './measures.ts'
import type { Palette } from './palette.ts'
import type { Viewport } from './viewport.ts'

const FONT = '600 3.2px "IBM Plex Sans Variable", "IBM Plex Sans", system-ui, sans-serif'
const DOWN = 1.15

/** Close up a dot has room for the letter of its key. Only what is in sight is written. */
export function drawGrainLetters(
  context: CanvasRenderingContext2D,
  grains: Grains,
  palette: Palette,
  view: Viewport,
): void {
  const { x, y, zoom, width, height } = view
  const [left, top, right, bottom] = [-x / zoom, -y / zoom, (width - x) / zoom, (height - y) / zoom]
  context.font = FONT
  for (let i = 0; i < grains.count; i++) {
    const [gx, gy, paint] = [grains.x[i] ?? 0, grains.y[i] ?? 0, grains.paint[i] ?? 0]
    const letter = PAINT_LETTERS[paint]
    if (letter === undefined || grains.form[i] !== SOLID || grains.alpha[i] !== 255) continue
    if (gx < left || gx > right || gy < top || gy > bottom) continue
    context.fillStyle = palette.onPaint[paint] ?? palette.paper
    context.fillText(letter, gx, gy + DOWN)
  }
}
