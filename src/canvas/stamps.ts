/** Coverage of one form at one of 4 x 4 places inside a pixel; `size` x `size` bytes each, 0..255. */
export type StampSet = {
  size: number /** From the centre's pixel to the stamp's corner. */
  reach: number
  phases: Uint8Array[]
}

export const PHASES = 4
const SAMPLES = 8

/** A filled disc, in device pixels. */
export const discStamps = (radius: number): StampSet => rasterise(radius, (distance) => distance <= radius)

/** A ring whose stroke lies inside `radius`. */
export const ringStamps = (radius: number, stroke: number): StampSet =>
  rasterise(radius, (distance) => distance <= radius && distance >= Math.max(0, radius - stroke))

function rasterise(radius: number, inside: (distance: number) => boolean): StampSet {
  const reach = Math.ceil(radius) + 1
  const size = 2 * reach + 1
  const phases: Uint8Array[] = []
  for (let py = 0; py < PHASES; py++) {
    for (let px = 0; px < PHASES; px++) {
      const cx = reach + (px + 0.5) / PHASES
      const cy = reach + (py + 0.5) / PHASES
      const coverage = new Uint8Array(size * size)
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          let hits = 0
          for (let sy = 0; sy < SAMPLES; sy++)
            for (let sx = 0; sx < SAMPLES; sx++)
              if (inside(Math.hypot(x + (sx + 0.5) / SAMPLES - cx, y + (sy + 0.5) / SAMPLES - cy))) hits++
          coverage[y * size + x] = Math.round((hits * 255) / (SAMPLES * SAMPLES))
        }
      }
      phases.push(coverage)
    }
  }
  return { size, reach, phases }
}
