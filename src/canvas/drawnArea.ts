import type { Scene } from './geometry.ts'
import { GRAIN_RADIUS } from './measures.ts'
import type { StagePlan, TapePlan } from './stagePlan.ts'
import type { Area } from './viewport.ts'

/** A caret, a ring or the dots of a burst stand so far over a tape or its rails, rings so far over a queue or pool. */
const TAPE_REACH = 26
const RING_REACH = 14
/** A bead and its tail, and a hollow dot, reach so far from where they are on their way. */
const BEAD_REACH = 24
const GRAIN_REACH = GRAIN_RADIUS + 2

/** Where anything that moves may be drawn, in flow coordinates; nothing is, where left is not less than right. */
export function drawnArea(scene: Scene, { tapes, buffers, tracks }: StagePlan): Area {
  const area: Area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const widen = (x: number, y: number, reach: number, width = 0, height = 0) => {
    area.left = Math.min(area.left, x - reach)
    area.top = Math.min(area.top, y - reach)
    area.right = Math.max(area.right, x + width + reach)
    area.bottom = Math.max(area.bottom, y + height + reach)
  }
  for (const tape of tapes) {
    const { x, geometry } = tape.stream
    widen(x + geometry.tapeX, tape.top, TAPE_REACH, geometry.edgeX - geometry.tapeX, lowestOf(tape) - tape.top)
  }
  for (const { x, y, geometry } of [...scene.queues.values(), ...scene.pools.values()])
    widen(x, y, RING_REACH, geometry.width, geometry.height)
  for (const { x, y, buffer } of buffers)
    widen(x + buffer.frame.x, y + buffer.frame.y, 0, buffer.frame.width, buffer.frame.height)
  for (const { ways, bead } of tracks)
    for (const way of new Set(ways))
      way?.xs.forEach((x, i) => {
        widen(x, way.ys[i] ?? 0, bead ? BEAD_REACH : way.spread + GRAIN_REACH)
      })
  return area
}

/** The lowest of a tape's rails or, where it has none, its foot. */
export const lowestOf = (tape: TapePlan): number => Math.max(tape.bottom, ...tape.readers.map((reader) => reader.railY))
