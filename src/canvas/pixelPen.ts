import { blend, type PixelLayer, stamp } from './messagePainter.ts'
import { PHASES, type StampSet, shapeStamps } from './stamps.ts'

/** From the stage's pixels to those of the layer. */
export type Place = { scale: number; left: number; top: number }

/** Draws on the pixel layer, in flow coordinates; what lies outside is left out. Colours are words 0x00BBGGRR. */
export type PixelPen = {
  box: (left: number, top: number, right: number, bottom: number, colour: number) => void
  /** A convex shape at (x, y), by its corners from there; stamped from what was made for the same corners before. */
  shape: (corners: readonly number[], x: number, y: number, colour: number) => void
}

/**
 * A path that the canvas fills or strokes costs eight microseconds whatever its size, and nine carets on three tapes had
 * sixty of them: half of a millisecond of every frame.
 */
export function createPixelPen(): (layer: PixelLayer, place: Place) => PixelPen {
  const stamps = new Map<readonly number[], StampSet>()
  let stampedAt = 0

  return (layer, { scale, left, top }) => {
    if (stampedAt !== scale) stamps.clear()
    stampedAt = scale
    const { width, height, pixels } = layer
    return {
      box(fromX, fromY, toX, toY, colour) {
        const x0 = Math.max(0, fromX * scale + left)
        const x1 = Math.min(width, toX * scale + left)
        const y0 = Math.max(0, fromY * scale + top)
        const y1 = Math.min(height, toY * scale + top)
        const first = Math.floor(x0)
        const last = Math.ceil(x1) - 1
        for (let row = Math.floor(y0); row < y1; row++) {
          const share = 255 * (Math.min(row + 1, y1) - Math.max(row, y0))
          // Between its two edges a row of a long bar is of one piece.
          const isWhole = share > 254 && last - first > 2
          if (isWhole) pixels.fill(colour | 0xff000000, row * width + first + 1, row * width + last)
          for (let x = first; x <= last; x = isWhole && x === first ? last : x + 1) {
            const covered = Math.round(share * (Math.min(x + 1, x1) - Math.max(x, x0)))
            if (covered > 0) blend(pixels, row * width + x, colour, covered)
          }
        }
      },
      shape(corners, x, y, colour) {
        let set = stamps.get(corners)
        if (set === undefined) {
          set = shapeStamps(corners.map((at) => at * scale))
          stamps.set(corners, set)
        }
        stamp(layer, set, Math.floor((x * scale + left) * PHASES), Math.floor((y * scale + top) * PHASES), colour, 255)
      },
    }
  }
}
