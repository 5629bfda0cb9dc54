import type { TrackPlace } from './dotPlacement.ts'
import type { Scene } from './geometry.ts'
import { GRAIN_RADIUS } from './measures.ts'
import type { BufferPlan, TapePlan } from './stagePlan.ts'
import type { Area } from './viewport.ts'

/** A caret, a ring or the dots of a burst stand so far over a tape or its rails, rings so far over a queue or pool. */
const TAPE_REACH = 26
const RING_REACH = 14
/** A bead and its tail, and a hollow dot, reach so far from where they are on their way. */
const BEAD_REACH = 24
const GRAIN_REACH = GRAIN_RADIUS + 2

/** Where anything that moves may be drawn, in flow coordinates. */
export function drawnArea(
  scene: Scene,
  tapes: readonly TapePlan[],
  buffers: readonly BufferPlan[],
  tracks: readonly TrackPlace[],
): Area {
  const area: Area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const widen = (x: number, y: number, reach: number) => {
    if (x - reach < area.left) area.left = x - reach
    if (y - reach < area.top) area.top = y - reach
    if (x + reach > area.right) area.right = x + reach
    if (y + reach > area.bottom) area.bottom = y + reach
  }
  for (const tape of tapes) {
    const { x, geometry } = tape.stream
    widen(x + geometry.tapeX, tape.top, TAPE_REACH)
    widen(x + geometry.edgeX, lowestOf(tape), TAPE_REACH)
  }
  for (const { x, y, geometry } of [...scene.queues.values(), ...scene.pools.values()]) {
    widen(x, y, RING_REACH)
    widen(x + geometry.width, y + geometry.height, RING_REACH)
  }
  for (const { x, y, buffer } of buffers) {
    const { frame } = buffer
    widen(x + frame.x, y + frame.y, 0)
    widen(x + frame.x + frame.width, y + frame.y + frame.height, 0)
  }
  for (const { ways, bead } of tracks)
    for (const way of new Set(ways))
      for (let i = 0; way !== null && i < way.xs.length; i++)
        widen(way.xs[i] ?? 0, way.ys[i] ?? 0, bead ? BEAD_REACH : way.spread + GRAIN_REACH)
  return area
}

/** The lowest of a tape's rails or, where it has none, its foot. */
export const lowestOf = (tape: TapePlan): number => Math.max(tape.bottom, ...tape.readers.map((reader) => reader.railY))
