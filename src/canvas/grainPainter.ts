import { type Grains, HOLLOW, REFUSED } from './dotPlacement.ts'
import { type PixelLayer, stamp } from './messagePainter.ts'
import type { Palette } from './palette.ts'
import { discStamps, PHASE_BITS, PHASES, ringStamps, type StampSet } from './stamps.ts'

/** From the stage's pixels to those of the layer. */
export type Place = { scale: number; left: number; top: number }

/** The stamps of each form at one scale; by `Grains.form`. */
export type GrainStamps = readonly StampSet[]

export function grainStamps(radius: number, scale: number): GrainStamps {
  const stamps: StampSet[] = [discStamps(radius)]
  stamps[HOLLOW] = ringStamps(radius, 1.1 * scale)
  stamps[REFUSED] = ringStamps(radius + 0.7 * scale, 1.4 * scale)
  return stamps
}

/** Fewer dots seldom lie on one another, and to look for those that do costs more than to draw them. */
const CROWD = 5000
/** So many paintings are told apart by a byte, which also holds the form. */
const PAINTINGS = 63

/**
 * Stamps dots on the layer, the later ones over the earlier. Of opaque dots of one form with their middles in one pixel
 * only the uppermost is stamped, for it lies over the others: on a crowded way they are most.
 */
export function createGrainPainter(): (
  layer: PixelLayer,
  grains: Grains,
  stamps: GrainStamps,
  palette: Palette,
  place: Place,
) => void {
  let xs = new Int32Array(0)
  let ys = new Int32Array(0)
  let uppermost = new Uint8Array(0)
  let isUnder = new Uint8Array(0)
  let painting = 0

  return (layer, grains, stamps, palette, { scale, left, top }) => {
    const { count, x, y, form, alpha, paint } = grains
    const { width, height } = layer
    if (xs.length < count) {
      xs = new Int32Array(x.length)
      ys = new Int32Array(x.length)
      isUnder = new Uint8Array(x.length)
    }
    if (uppermost.length !== width * height) uppermost = new Uint8Array(width * height)
    painting += 1
    if (painting > PAINTINGS) {
      uppermost.fill(0)
      painting = 1
    }
    for (let i = count - 1; i >= 0; i--) {
      const phaseX = Math.floor(((x[i] as number) * scale + left) * PHASES)
      const phaseY = Math.floor(((y[i] as number) * scale + top) * PHASES)
      xs[i] = phaseX
      ys[i] = phaseY
      isUnder[i] = 0
      if (count < CROWD) continue
      const column = phaseX >> PHASE_BITS
      const row = phaseY >> PHASE_BITS
      if (alpha[i] !== 255 || column < 0 || column >= width || row < 0 || row >= height) continue
      const at = row * width + column
      const mark = painting * 4 + (form[i] as number)
      if (uppermost[at] === mark) isUnder[i] = 1
      else uppermost[at] = mark
    }
    for (let i = 0; i < count; i++) {
      const set = stamps[form[i] as number]
      if (isUnder[i] === 1 || set === undefined) continue
      const colour = form[i] === REFUSED ? palette.stopWord : (palette.paintWord[paint[i] as number] ?? 0)
      stamp(layer, set, xs[i] as number, ys[i] as number, colour, alpha[i] as number)
    }
  }
}
