import type { Point } from './measures.ts'

/** Points of a way at equal distances, so that a share of time is a share of length: speed is constant. */
export type Way = {
  xs: Float32Array
  ys: Float32Array
  length: number /** Dots keep within this distance of the middle. */
  spread: number
}

const STEPS = 48

/** A cubic curve that leaves and arrives level, as ribbons do. */
export function levelCurve(from: Point, to: Point, bend = 0.5): Point[] {
  const m = (to.x - from.x) * bend
  const points: Point[] = []
  for (let i = 0; i <= 24; i++) {
    const t = i / 24
    const u = 1 - t
    const a = u * u * u
    const b = 3 * u * u * t
    const c = 3 * u * t * t
    const d = t * t * t
    points.push({ x: a * from.x + b * (from.x + m) + c * (to.x - m) + d * to.x, y: (a + b) * from.y + (c + d) * to.y })
  }
  return points
}

/** The same curve as the `d` of an SVG path. */
export function levelPath(from: Point, to: Point, bend = 0.5): string {
  const m = (to.x - from.x) * bend
  return `M${n(from.x)} ${n(from.y)}C${n(from.x + m)} ${n(from.y)},${n(to.x - m)} ${n(to.y)},${n(to.x)} ${n(to.y)}`
}

/** A ribbon between two level ends: as wide as `width` everywhere, measured upright, so that it has no cusps. */
export function ribbonPath(from: Point, to: Point, width: number, bend = 0.5): string {
  const m = (to.x - from.x) * bend
  const h = width / 2
  const there = `M${n(from.x)} ${n(from.y - h)}C${n(from.x + m)} ${n(from.y - h)},${n(to.x - m)} ${n(to.y - h)},${n(to.x)} ${n(to.y - h)}`
  return `${there}V${n(to.y + h)}C${n(to.x - m)} ${n(to.y + h)},${n(from.x + m)} ${n(from.y + h)},${n(from.x)} ${n(from.y + h)}Z`
}

/** A line of right angles through the points, as the `d` of an SVG path. */
export const linePath = (points: readonly Point[]): string =>
  points.map((p, i) => `${i ? 'L' : 'M'}${n(p.x)} ${n(p.y)}`).join('')

const n = (value: number) => Math.round(value * 10) / 10

/** Resamples a line at equal distances. */
export function wayThrough(points: readonly Point[], spread = 0): Way {
  const along: number[] = [0]
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (a && b) along.push((along[i - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y))
  }
  const length = along.at(-1) ?? 0
  const xs = new Float32Array(STEPS + 1)
  const ys = new Float32Array(STEPS + 1)
  let k = 0
  for (let i = 0; i <= STEPS; i++) {
    const at = (length * i) / STEPS
    while (k < points.length - 2 && (along[k + 1] ?? 0) < at) k++
    const a = points[k] ?? { x: 0, y: 0 }
    const b = points[k + 1] ?? a
    const span = (along[k + 1] ?? 0) - (along[k] ?? 0)
    const share = span > 0 ? (at - (along[k] ?? 0)) / span : 0
    xs[i] = a.x + (b.x - a.x) * share
    ys[i] = a.y + (b.y - a.y) * share
  }
  return { xs, ys, length, spread }
}

/** Place at `share` (0..1) of the way. */
export function placeOn(way: Way, share: number): Point {
  const at = Math.max(0, Math.min(1, share)) * STEPS
  const i = Math.min(STEPS - 1, Math.floor(at))
  const f = at - i
  const x = way.xs[i] ?? 0
  const y = way.ys[i] ?? 0
  return { x: x + ((way.xs[i + 1] ?? x) - x) * f, y: y + ((way.ys[i + 1] ?? y) - y) * f }
}
