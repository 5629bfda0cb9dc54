import { GRAIN_CAPACITY, type Grains, HOLLOW, REFUSED } from './dotPlacement.ts'
import { GRAIN_RADIUS } from './measures.ts'
import { type PixelLayer, stamp } from './messagePainter.ts'
import type { Palette } from './palette.ts'
import type { Place } from './pixelPen.ts'
import { discStamps, PHASE_BITS, PHASES, ringStamps, type StampSet } from './stamps.ts'

/** The stamps of each form, by `Grains.form`. */
function grainStamps(scale: number): StampSet[] {
  const radius = Math.max(0.6, GRAIN_RADIUS * scale)
  const stamps: StampSet[] = [discStamps(radius)]
  stamps[HOLLOW] = ringStamps(radius, 1.1 * scale)
  stamps[REFUSED] = ringStamps(radius + 0.7 * scale, 1.4 * scale)
  return stamps
}

/** Fewer dots seldom lie on one another, and to look for those that do costs more than to draw them. */
const CROWD = 5000
/** A place where nothing is stamped. */
const OUTSIDE = -1e6
/** So many paintings are told apart by a byte, which also holds the form. */
const PAINTINGS = 63

/**
 * Stamps dots on the layer, the later ones over the earlier. Of opaque dots of one form with their middles in one pixel
 * only the uppermost is stamped, for it lies over the others: on a crowded way they are most.
 */
export function createGrainPainter(): (layer: PixelLayer, grains: Grains, palette: Palette, place: Place) => void {
  const xs = new Int32Array(GRAIN_CAPACITY)
  const ys = new Int32Array(GRAIN_CAPACITY)
  let uppermost = new Uint8Array(0)
  let painting = 0
  let stamps: StampSet[] = []
  let stampedAt = 0

  return (layer, grains, palette, { scale, left, top }) => {
    const { count, x, y, form, alpha, paint } = grains
    const { width, height } = layer
    if (uppermost.length !== width * height) uppermost = new Uint8Array(width * height)
    if (stampedAt !== scale) stamps = grainStamps(scale)
    stampedAt = scale
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
      const column = phaseX >> PHASE_BITS
      const row = phaseY >> PHASE_BITS
      if (count < CROWD || alpha[i] !== 255 || column < 0 || column >= width || row < 0 || row >= height) continue
      const at = row * width + column
      const mark = painting * 4 + (form[i] as number)
      if (uppermost[at] === mark) xs[i] = OUTSIDE
      else uppermost[at] = mark
    }
    for (let i = 0; i < count; i++) {
      const set = stamps[form[i] as number]
      if (set === undefined) continue
      const colour = form[i] === REFUSED ? palette.stopWord : (palette.paintWord[paint[i] as number] ?? 0)
      stamp(layer, set, xs[i] as number, ys[i] as number, colour, alpha[i] as number)
    }
  }
}
