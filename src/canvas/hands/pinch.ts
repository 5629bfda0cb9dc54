// Where the view goes while two fingers move. Pure arithmetic.

export type View = { x: number; y: number; zoom: number }
type Point = { x: number; y: number }
/** Two fingers at a moment: the middle between them and how far they are apart, in pixels of the stage. */
export type Fingers = Point & { apart: number }

export const fingersAt = (a: Point, b: Point): Fingers => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  apart: Math.hypot(a.x - b.x, a.y - b.y),
})

/** What lay under the middle of the fingers lies under it still, and as much nearer as they are farther apart. */
export function pinched(view: View, from: Fingers, to: Fingers, least: number, most: number): View {
  const zoom = Math.min(most, Math.max(least, (view.zoom * to.apart) / Math.max(1, from.apart)))
  const by = zoom / view.zoom
  return { x: to.x - (from.x - view.x) * by, y: to.y - (from.y - view.y) * by, zoom }
}
