import { PHASES, type StampSet } from './stamps.ts'

/** The pixel layer: one word a pixel, 0xAABBGGRR as ImageData has it, not premultiplied. */
export type PixelLayer = {
  width: number
  height: number
  pixels: Uint32Array
  /** Rectangles drawn since the last clearing: left, top, right, bottom. */
  drawn: Int32Array
  drawnCount: number
  /** Bounds of what changed since `takeDirty`. */
  dirty: { left: number; top: number; right: number; bottom: number }
}

const DRAWN_MAX = 32768

export function pixelLayer(width: number, height: number, pixels: Uint32Array): PixelLayer {
  return { width, height, pixels, drawn: new Int32Array(DRAWN_MAX * 4), drawnCount: 0, dirty: nothing() }
}

const nothing = () => ({ left: Number.MAX_SAFE_INTEGER, top: Number.MAX_SAFE_INTEGER, right: 0, bottom: 0 })

/** Clears only what was drawn. */
export function clearDrawn(layer: PixelLayer): void {
  const { drawn, pixels, width } = layer
  for (let i = 0, end = layer.drawnCount * 4; i < end; i += 4) {
    const left = drawn[i] ?? 0
    const right = drawn[i + 2] ?? 0
    for (let y = drawn[i + 1] ?? 0, bottom = drawn[i + 3] ?? 0; y < bottom; y++)
      pixels.fill(0, y * width + left, y * width + right)
  }
  layer.drawnCount = 0
}

/** Widens what has to be shown anew. */
export function touch(layer: PixelLayer, left: number, top: number, right: number, bottom: number): void {
  const { dirty } = layer
  if (left < dirty.left) dirty.left = Math.max(0, left)
  if (top < dirty.top) dirty.top = Math.max(0, top)
  if (right > dirty.right) dirty.right = Math.min(layer.width, right)
  if (bottom > dirty.bottom) dirty.bottom = Math.min(layer.height, bottom)
}

/** The rectangle to copy to the screen, or null; starts a new one. */
export function takeDirty(layer: PixelLayer): PixelLayer['dirty'] | null {
  const { dirty } = layer
  layer.dirty = nothing()
  return dirty.right > dirty.left && dirty.bottom > dirty.top ? dirty : null
}

/**
 * Blends one stamp over the layer. `colour` is 0x00BBGGRR, `alpha` 0..255; `x`, `y` is the centre in
 * device pixels. Outside pixels are left out.
 */
export function stamp(layer: PixelLayer, set: StampSet, x: number, y: number, colour: number, alpha: number): void {
  const { pixels, width, height } = layer
  const wholeX = Math.floor(x)
  const wholeY = Math.floor(y)
  const phase = (((y - wholeY) * PHASES) | 0) * PHASES + (((x - wholeX) * PHASES) | 0)
  const coverage = set.phases[phase]
  if (coverage === undefined) return
  const { size } = set
  const left = wholeX - set.reach
  const top = wholeY - set.reach
  const x0 = left < 0 ? -left : 0
  const y0 = top < 0 ? -top : 0
  const x1 = left + size > width ? width - left : size
  const y1 = top + size > height ? height - top : size
  if (x1 <= x0 || y1 <= y0) return
  const opaque = (colour | 0xff000000) >>> 0
  for (let row = y0; row < y1; row++) {
    let from = row * size + x0
    let to = (top + row) * width + left + x0
    for (let column = x0; column < x1; column++, from++, to++) {
      const covered = coverage[from] as number
      if (covered === 0) continue
      if (covered === 255 && alpha === 255) {
        pixels[to] = opaque
        continue
      }
      const a = alpha === 255 ? covered : (covered * alpha + 127) / 255
      const under = pixels[to] as number
      pixels[to] = under === 0 ? ((a << 24) | colour) >>> 0 : over(under, colour, a | 0)
    }
  }
  const i = layer.drawnCount * 4
  if (i + 3 < layer.drawn.length) {
    layer.drawn[i] = left + x0
    layer.drawn[i + 1] = top + y0
    layer.drawn[i + 2] = left + x1
    layer.drawn[i + 3] = top + y1
    layer.drawnCount += 1
  }
  touch(layer, left, top, left + size, top + size)
}

/** Source over, both not premultiplied. */
export function over(under: number, colour: number, a: number): number {
  const ua = under >>> 24
  const rest = ((255 - a) * ua + 127) / 255
  const out = a + rest
  if (out <= 0) return 0
  const share = (shift: number) => (((colour >>> shift) & 255) * a + ((under >>> shift) & 255) * rest) / out
  return (
    ((Math.round(out) << 24) | (Math.round(share(16)) << 16) | (Math.round(share(8)) << 8) | Math.round(share(0))) >>> 0
  )
}
