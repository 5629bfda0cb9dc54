/**
 * Coverage of one form at each of 4 x 4 places inside a pixel, 0..255: `columns`, `rows` and `values` list
 * the covered pixels only.
 */
export type StampSet = {
  size: number
  /** From the centre's pixel to the stamp's corner. */
  reach: number
  phases: StampPhase[]
}
export type StampPhase = {
  columns: Int8Array
  rows: Int8Array
  /** Most covered first. */
  values: Uint8Array
  /** So many of them are wholly covered. */
  full: number
  /** For the layer width below. */
  offsets: Int32Array
  width: number
}

/** A centre is known to a quarter of a pixel: its lowest bits are where it is inside one. */
export const PHASE_BITS = 2
export const PHASES = 1 << PHASE_BITS
const SAMPLES = 8

/** A filled disc, in device pixels. */
export const discStamps = (radius: number): StampSet => rasterise(radius, (distance) => distance <= radius)

/** A ring whose stroke lies inside `radius`. */
export const ringStamps = (radius: number, stroke: number): StampSet =>
  rasterise(radius, (distance) => distance <= radius && distance >= Math.max(0, radius - stroke))

function rasterise(radius: number, inside: (distance: number) => boolean): StampSet {
  const reach = Math.ceil(radius)
  const size = 2 * reach + 1
  const phases: StampPhase[] = []
  for (let py = 0; py < PHASES; py++) {
    for (let px = 0; px < PHASES; px++) {
      const cx = reach + (px + 0.5) / PHASES
      const cy = reach + (py + 0.5) / PHASES
      const pixels: { column: number; row: number; covered: number }[] = []
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++) {
          const covered = plain(coverageOf(column - cx, row - cy, inside))
          if (covered > 0) pixels.push({ column, row, covered })
        }
      pixels.sort((a, b) => b.covered - a.covered)
      phases.push({
        columns: Int8Array.from(pixels, ({ column }) => column),
        rows: Int8Array.from(pixels, ({ row }) => row),
        values: Uint8Array.from(pixels, ({ covered }) => covered),
        full: pixels.filter(({ covered }) => covered === 255).length,
        offsets: new Int32Array(pixels.length),
        width: -1,
      })
    }
  }
  return { size, reach, phases }
}

/** A cover that nobody can tell from none or all is none or all: a tenth of the pixels of an edge need no blending. */
const plain = (covered: number) => (covered < 14 ? 0 : covered > 241 ? 255 : covered)

function coverageOf(left: number, top: number, inside: (distance: number) => boolean): number {
  let hits = 0
  for (let sy = 0; sy < SAMPLES; sy++)
    for (let sx = 0; sx < SAMPLES; sx++)
      if (inside(Math.hypot(left + (sx + 0.5) / SAMPLES, top + (sy + 0.5) / SAMPLES))) hits++
  return Math.round((hits * 255) / (SAMPLES * SAMPLES))
}

/** Offsets of the covered pixels from the stamp's corner in a layer of this width. */
export function offsetsFor(phase: StampPhase, width: number): Int32Array {
  if (phase.width !== width) {
    for (let i = 0; i < phase.values.length; i++)
      phase.offsets[i] = (phase.rows[i] ?? 0) * width + (phase.columns[i] ?? 0)
    phase.width = width
  }
  return phase.offsets
}
