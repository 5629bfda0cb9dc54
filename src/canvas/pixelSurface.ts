import type { PixelLayer } from './messagePainter.ts'
import type { Area, Viewport } from './viewport.ts'

const PIXEL_RATIO_MAX = 2
/** The canvas begins and ends at multiples of this, px: whole device pixels at zooms of the browser in steps of 5 %, not at thirds. */
const GRID = 20
/** So long after the view was last moved the canvas is fitted anew, ms. */
const SETTLED_MS = 400

/** The canvas and its pixels, and where they are on the stage. */
export type Surface = {
  layer: PixelLayer
  image: ImageData
  box: Box
  /** Device pixels to one pixel of the stage, and of the stage's origin to the left and top of the canvas. */
  ratio: number
  left: number
  top: number
}

/** A part of the stage, px. */
type Box = { left: number; top: number; width: number; height: number }

/**
 * Keeps the canvas no larger than what is drawn, because where no graphics processor helps each of its pixels is
 * copied three times a frame. While the view moves it covers the whole stage: a new size costs new pixels.
 */
export function createSurface(canvas: HTMLCanvasElement): (area: Area, view: Viewport, nowMs: number) => Surface {
  let surface: Surface | null = null
  let before: { view: Viewport; needed: Box } | null = null
  let movedAtMs = -Infinity

  return (area, view, nowMs) => {
    const ratio = Math.min(PIXEL_RATIO_MAX, window.devicePixelRatio || 1)
    const whole = { left: 0, top: 0, width: view.width, height: view.height }
    const needed = boxAround(area, view)
    if (before && (before.view !== view || !isSame(before.needed, needed))) movedAtMs = nowMs
    before = { view, needed }
    const box = nowMs - movedAtMs > SETTLED_MS ? needed : whole
    if (surface === null || surface.ratio !== ratio || !isSame(surface.box, box))
      surface = surfaceOf(canvas, box, ratio)
    return surface
  }
}

/** What of the area is in sight, widened to the grid. */
function boxAround(area: Area, { x, y, zoom, width, height }: Viewport): Box {
  const left = Math.max(0, GRID * Math.floor((area.left * zoom + x) / GRID))
  const top = Math.max(0, GRID * Math.floor((area.top * zoom + y) / GRID))
  const right = Math.min(width, GRID * Math.ceil((area.right * zoom + x) / GRID))
  const bottom = Math.min(height, GRID * Math.ceil((area.bottom * zoom + y) / GRID))
  const isEmpty = right <= left || bottom <= top
  return isEmpty
    ? { left: 0, top: 0, width: GRID, height: GRID }
    : { left, top, width: right - left, height: bottom - top }
}

const SIDES = ['left', 'top', 'width', 'height'] as const

const isSame = (a: Box, b: Box): boolean => SIDES.every((side) => a[side] === b[side])

function surfaceOf(canvas: HTMLCanvasElement, box: Box, ratio: number): Surface {
  const width = Math.round(box.width * ratio)
  const height = Math.round(box.height * ratio)
  canvas.width = width
  canvas.height = height
  for (const side of SIDES) canvas.style[side] = `${box[side]}px`
  const bytes = new Uint8ClampedArray(width * height * 4)
  return {
    layer: { width, height, pixels: new Int32Array(bytes.buffer) },
    image: new ImageData(bytes, width, height),
    ...{ box, ratio, left: Math.round(box.left * ratio), top: Math.round(box.top * ratio) },
  }
}
