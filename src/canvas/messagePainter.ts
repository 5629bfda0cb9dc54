import { offsetsFor, PHASES, type StampPhase, type StampSet } from './stamps.ts'

type Rectangle = { left: number; top: number; right: number; bottom: number }

/**
 * The pixel layer: one word a pixel, 0xAABBGGRR as ImageData has it, not premultiplied. Signed words,
 * because the same bits as unsigned ones would be heap numbers while they are blended.
 */
export type PixelLayer = {
  width: number
  height: number
  pixels: Int32Array
  /** Bounds of the pixels that are not empty. */
  drawn: Rectangle
  /** Bounds of what changed since `takeDirty`. */
  dirty: Rectangle
}

export const pixelLayer = (width: number, height: number, pixels: Int32Array): PixelLayer => ({
  ...{ width, height, pixels },
  drawn: nothing(),
  dirty: nothing(),
})

const nothing = (): Rectangle => ({ left: 0x3fffffff, top: 0x3fffffff, right: 0, bottom: 0 })

function widen(bounds: Rectangle, left: number, top: number, right: number, bottom: number): void {
  if (left < bounds.left) bounds.left = left
  if (top < bounds.top) bounds.top = top
  if (right > bounds.right) bounds.right = right
  if (bottom > bounds.bottom) bounds.bottom = bottom
}

/** Clears the rows that were drawn on, in one go: dots are many and lie everywhere, so that is the quickest. */
export function clearDrawn(layer: PixelLayer): void {
  const { drawn, width } = layer
  if (drawn.bottom > drawn.top) {
    layer.pixels.fill(0, drawn.top * width, drawn.bottom * width)
    touch(layer, drawn.left, drawn.top, drawn.right, drawn.bottom)
  }
  layer.drawn = nothing()
}

/** Widens what has to be shown anew. */
export function touch(layer: PixelLayer, left: number, top: number, right: number, bottom: number): void {
  widen(layer.dirty, Math.max(0, left), Math.max(0, top), Math.min(layer.width, right), Math.min(layer.height, bottom))
}

/** The rectangle to copy to the screen, or null; starts a new one. */
export function takeDirty(layer: PixelLayer): Rectangle | null {
  const { dirty } = layer
  layer.dirty = nothing()
  return dirty.right > dirty.left && dirty.bottom > dirty.top ? dirty : null
}

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
  const wholeX = Math.floor(phaseX / PHASES)
  const wholeY = Math.floor(phaseY / PHASES)
  const phase = set.phases[(phaseY - wholeY * PHASES) * PHASES + (phaseX - wholeX * PHASES)]
  if (phase === undefined) return
  const left = wholeX - set.reach
  const top = wholeY - set.reach
  const right = left + set.size
  const bottom = top + set.size
  if (right <= 0 || bottom <= 0 || left >= width || top >= height) return
  widen(layer.drawn, Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom))
  touch(layer, left, top, right, bottom)
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

function blend(pixels: Int32Array, at: number, colour: number, a: number): void {
  const under = pixels[at] as number
  if (under === 0) pixels[at] = (a << 24) | colour
  else if (under >>> 24 === 255) pixels[at] = overOpaque(under, colour, a)
  else pixels[at] = over(under, colour, a)
}

/** Source over on an opaque pixel: red and blue in one multiplication, green in another. */
function overOpaque(under: number, colour: number, a: number): number {
  const share = a + (a >> 7)
  const rest = 256 - share
  const redBlue = (Math.imul(under & 0xff00ff, rest) + Math.imul(colour & 0xff00ff, share)) >>> 8
  const green = (Math.imul(under & 0xff00, rest) + Math.imul(colour & 0xff00, share)) >>> 8
  return (redBlue & 0xff00ff) | (green & 0xff00) | 0xff000000
}

/** Source over, both not premultiplied. */
export function over(under: number, colour: number, a: number): number {
  const rest = (((255 - a) * (under >>> 24) + 127) / 255) | 0
  const out = a + rest
  if (out === 0) return 0
  const red = ((colour & 255) * a + (under & 255) * rest) / out
  const green = (((colour >>> 8) & 255) * a + ((under >>> 8) & 255) * rest) / out
  const blue = (((colour >>> 16) & 255) * a + ((under >>> 16) & 255) * rest) / out
  return (out << 24) | ((blue + 0.5) << 16) | ((green + 0.5) << 8) | (red + 0.5)
}
