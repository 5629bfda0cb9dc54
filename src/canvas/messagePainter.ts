import { offsetsFor, PHASE_BITS, PHASES, type StampPhase, type StampSet } from './stamps.ts'

/**
 * The pixel layer: one word a pixel, 0xAABBGGRR as ImageData has it, not premultiplied. Signed words,
 * because the same bits as unsigned ones would be heap numbers while they are blended.
 */
export type PixelLayer = { width: number; height: number; pixels: Int32Array }

/**
 * Blends one stamp over the layer. `colour` is 0x00BBGGRR, `alpha` 0..255; `phaseX`, `phaseY` is the centre in
 * phases, PHASES of a device pixel: whole numbers, because fractions would be boxed for each call and 3,000
 * dots would leave 80 KiB a frame to the collector. What lies outside is left out.
 */
export function stamp(
  layer: PixelLayer,
  set: StampSet,
  phaseX: number,
  phaseY: number,
  colour: number,
  alpha: number,
): void {
  const { pixels, width, height } = layer
  const phase = set.phases[((phaseY & (PHASES - 1)) << PHASE_BITS) | (phaseX & (PHASES - 1))]
  if (phase === undefined) return
  const left = (phaseX >> PHASE_BITS) - set.reach
  const top = (phaseY >> PHASE_BITS) - set.reach
  const right = left + set.size
  const bottom = top + set.size
  if (right <= 0 || bottom <= 0 || left >= width || top >= height) return
  if (alpha === 255 && left >= 0 && top >= 0 && right <= width && bottom <= height)
    stampWhole(pixels, offsetsFor(phase, width), phase, top * width + left, colour)
  else stampPart(layer, phase, left, top, colour, alpha)
}

/** What nearly all dots are: opaque, and inside the layer. */
function stampWhole(pixels: Int32Array, offsets: Int32Array, phase: StampPhase, corner: number, colour: number): void {
  const { values, full } = phase
  const opaque = colour | 0xff000000
  for (let i = 0; i < full; i++) pixels[corner + (offsets[i] as number)] = opaque
  for (let i = full; i < offsets.length; i++)
    blend(pixels, corner + (offsets[i] as number), colour, values[i] as number)
}

/** Pale, or over the edge of the layer. */
function stampPart(
  { pixels, width, height }: PixelLayer,
  { values, columns, rows }: StampPhase,
  left: number,
  top: number,
  colour: number,
  alpha: number,
): void {
  for (let i = 0; i < values.length; i++) {
    const x = left + (columns[i] as number)
    const y = top + (rows[i] as number)
    if (x < 0 || x >= width || y < 0 || y >= height) continue
    const covered = values[i] as number
    blend(pixels, y * width + x, colour, alpha === 255 ? covered : ((covered * alpha + 127) / 255) | 0)
  }
}

/** Blends a colour 0x00BBGGRR over one pixel, covering `a` of 255. */
export function blend(pixels: Int32Array, at: number, colour: number, a: number): void {
  const under = pixels[at] as number
  pixels[at] = under === 0 ? (a << 24) | colour : over(under, colour, a)
}

/** By cover and what is under it, `a << 8 | under`: the cover of both, and what the colour above has of it, of 256. */
const OUT = new Uint8Array(65_536)
const SHARE = new Uint16Array(65_536)
for (let a = 0; a < 256; a++)
  for (let under = 0; under < 256; under++) {
    const out = a + Math.round(((255 - a) * under) / 255)
    OUT[(a << 8) | under] = out
    SHARE[(a << 8) | under] = out === 0 ? 0 : Math.round((a * 256) / out)
  }

/** Source over, both not premultiplied: red and blue in one multiplication, green in another. */
export function over(under: number, colour: number, a: number): number {
  const pair = (a << 8) | (under >>> 24)
  const share = SHARE[pair] as number
  const rest = 256 - share
  const redBlue = (Math.imul(under & 0xff00ff, rest) + Math.imul(colour & 0xff00ff, share)) >>> 8
  const green = (Math.imul(under & 0xff00, rest) + Math.imul(colour & 0xff00, share)) >>> 8
  return (redBlue & 0xff00ff) | (green & 0xff00) | ((OUT[pair] as number) << 24)
}
