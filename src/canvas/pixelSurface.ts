import type { PixelLayer } from './messagePainter.ts'
import type { Area, Viewport } from './viewport.ts'

const PIXEL_RATIO_MAX = 2
/** The canvas begins and ends at multiples of this, px: at every common zoom of the browser they are whole device pixels. */
const GRID = 20
/** So long after the view was last moved the canvas is fitted anew, ms. */
const SETTLED_MS = 400

/** The canvas and its pixels, and where they are on the stage. */
export type Surface = {
  layer: PixelLayer
  image: ImageData
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
  let box: Box = { left: 0, top: 0, width: 0, height: 0 }
  let before: { view: Viewport; needed: Box } | null = null
  let movedAtMs = -Infinity

  return (area, view, nowMs) => {
    const ratio = Math.min(PIXEL_RATIO_MAX, window.devicePixelRatio || 1)
    const whole = { left: 0, top: 0, width: view.width, height: view.height }
    const needed = boxAround(area, view)
    if (before && (before.view !== view || !isSame(before.needed, needed))) movedAtMs = nowMs
    before = { view, needed }
    const isSettled = nowMs - movedAtMs > SETTLED_MS
    const fits = isSettled ? isSame(box, needed) : holds(box, needed) && holds(whole, box)
    if (surface && surface.ratio === ratio && fits) return surface
    box = isSettled ? needed : whole
    surface = surfaceOf(canvas, box, ratio)
    return surface
  }
}

/** What of the area is in sight, widened to the grid. */
export function boxAround(area: Area, { x, y, zoom, width, height }: Viewport): Box {
  const left = Math.max(0, Math.floor((area.left * zoom + x) / GRID) * GRID)
  const top = Math.max(0, Math.floor((area.top * zoom + y) / GRID) * GRID)
  const right = Math.min(width, Math.ceil((area.right * zoom + x) / GRID) * GRID)
  const bottom = Math.min(height, Math.ceil((area.bottom * zoom + y) / GRID) * GRID)
  if (right > left && bottom > top) return { left, top, width: right - left, height: bottom - top }
  return { left: 0, top: 0, width: GRID, height: GRID }
}

const isSame = (a: Box, b: Box): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height

const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.left + outer.width >= inner.left + inner.width &&
  outer.top + outer.height >= inner.top + inner.height

function surfaceOf(canvas: HTMLCanvasElement, box: Box, ratio: number): Surface {
  const width = Math.round(box.width * ratio)
  const height = Math.round(box.height * ratio)
  canvas.width = width
  canvas.height = height
  for (const side of ['left', 'top', 'width', 'height'] as const) canvas.style[side] = `${box[side]}px`
  const bytes = new Uint8ClampedArray(width * height * 4)
  return {
    layer: { width, height, pixels: new Int32Array(bytes.buffer) },
    image: new ImageData(bytes, width, height),
    ...{ ratio, left: Math.round(box.left * ratio), top: Math.round(box.top * ratio) },
  }
}
