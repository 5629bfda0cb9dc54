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
  columns: Uint8Array
  rows: Uint8Array
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
/** A shape is looked at in so many lines a row. */
const LINES = 4
/** Device pixels from the middle of a form to its edge from which on one of them is little. */
const LARGE = 4

/** A filled disc, in device pixels. */
export const discStamps = (radius: number): StampSet => ringStamps(radius, radius)

/** A ring whose stroke lies inside `radius`. */
export const ringStamps = (radius: number, stroke: number): StampSet =>
  rasterise(Math.ceil(radius), (left, top) => {
    let hits = 0
    for (let sy = 0; sy < SAMPLES; sy++)
      for (let sx = 0; sx < SAMPLES; sx++) {
        const distance = Math.hypot(left + (sx + 0.5) / SAMPLES, top + (sy + 0.5) / SAMPLES)
        if (distance <= radius && distance >= radius - stroke) hits++
      }
    return hits / (SAMPLES * SAMPLES)
  })

/** A convex shape, by its corners from the middle, x and y by turns, in device pixels. */
export function shapeStamps(corners: readonly number[]): StampSet {
  const reach = Math.ceil(corners.reduce((most, at) => Math.max(most, Math.abs(at)), 0))
  return rasterise(reach, (left, top) => {
    let covered = 0
    for (let line = 0; line < LINES; line++) {
      const y = top + (line + 0.5) / LINES
      let [enter, leave] = [Infinity, -Infinity]
      for (let i = 0; i < corners.length; i += 2) {
        const [x0 = 0, y0 = 0] = [corners[i], corners[i + 1]]
        const [x1 = 0, y1 = 0] = [corners[(i + 2) % corners.length], corners[(i + 3) % corners.length]]
        if (y0 <= y === y1 <= y) continue
        const x = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)
        enter = Math.min(enter, x)
        leave = Math.max(leave, x)
      }
      covered += Math.max(0, Math.min(left + 1, leave) - Math.max(left, enter)) / LINES
    }
    return covered
  })
}

/** `coverOf` the pixel whose corner is so far from the middle of the form, 0..1. */
function rasterise(reach: number, coverOf: (left: number, top: number) => number): StampSet {
  const size = 2 * reach + 1
  const phases: StampPhase[] = []
  for (let py = 0; py < PHASES; py++) {
    for (let px = 0; px < PHASES; px++) {
      const cx = reach + (px + 0.5) / PHASES
      const cy = reach + (py + 0.5) / PHASES
      const pixels: { column: number; row: number; covered: number }[] = []
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++) {
          const covered = plain(Math.round(255 * coverOf(column - cx, row - cy)), reach)
          if (covered > 0) pixels.push({ column, row, covered })
        }
      pixels.sort((a, b) => b.covered - a.covered)
      phases.push({
        columns: Uint8Array.from(pixels, ({ column }) => column),
        rows: Uint8Array.from(pixels, ({ row }) => row),
        values: Uint8Array.from(pixels, ({ covered }) => covered),
        full: pixels.filter(({ covered }) => covered === 255).length,
        offsets: new Int32Array(pixels.length),
        width: -1,
      })
    }
  }
  return { size, reach, phases }
}

/** A cover that nobody can tell from none or all is none or all: a tenth of the pixels of an edge need no blending, of large forms a third. */
const plain = (covered: number, reach: number) => {
  const hidden = reach > LARGE ? 40 : 14
  return covered < hidden ? 0 : covered > 255 - hidden ? 255 : covered
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
