import type { Engine } from '../engine/index.ts'
import type { Rewind } from './rewind.ts'

/** One slice of work, so that messages are heard in between. */
export const SLICE_MS = 8
const EVENTS_BETWEEN_LOOKS = 2000
/** Further behind than this, the run gives up the lost time instead of chasing it. */
const BEHIND_MS = 120
const SPEED_WINDOW_MS = 500

/** Runs until the moment is reached or the wall time of one slice is used; true when reached. */
export function runSlice(
  engine: Engine,
  rewind: Rewind,
  until: number,
  clock: () => number,
  sliceMs = SLICE_MS,
): boolean {
  const start = clock()
  for (;;) {
    const before = clock()
    const result = engine.run(until, EVENTS_BETWEEN_LOOKS)
    // A moment is played whole: whoever looks, pauses or takes a fingerprint now sees what any other run has at this moment.
    if (result === 'budget') engine.run(engine.now, Number.POSITIVE_INFINITY)
    const after = clock()
    rewind.ran(after - before)
    if (result === 'reached') return true
    if (after - start >= sliceMs) return false
  }
}

/** Keeps a run at wall time x speed; when it cannot, it says so and never spirals. */
export class Pump {
  private readonly clock: () => number
  /** Simulated seconds per wall second that are asked for. */
  speed = 1
  private anchorWall = 0
  private anchorMicros = 0
  private windowWall = 0
  private windowMicros = 0
  behind = false
  /** Simulated seconds per wall second, measured over about half a second. */
  reachedSpeed = 0

  constructor(clock: () => number) {
    this.clock = clock
  }

  start(nowMicros: number, speed: number): void {
    this.speed = speed
    this.anchor(nowMicros)
    this.windowWall = this.anchorWall
    this.windowMicros = nowMicros
    this.behind = false
    this.reachedSpeed = Number.isFinite(speed) ? speed : 0
  }

  /** Moment at which the run should be now: a whole microsecond, as every moment of a run. */
  target(): number {
    if (this.speed === Infinity) return Infinity
    return Math.floor(this.anchorMicros + (this.clock() - this.anchorWall) * 1000 * this.speed)
  }

  /** After a slice: measures, and lets lost time go. */
  sliced(nowMicros: number, reached: boolean): void {
    const wall = this.clock()
    const lateMs = reached || this.speed === Infinity ? 0 : (this.target() - nowMicros) / (1000 * this.speed)
    if (lateMs > BEHIND_MS) {
      this.behind = true
      this.anchor(nowMicros)
    }
    const span = wall - this.windowWall
    if (span < SPEED_WINDOW_MS) return
    this.reachedSpeed = (nowMicros - this.windowMicros) / 1000 / span
    if (this.reachedSpeed > 0.95 * this.speed) this.behind = false
    this.windowWall = wall
    this.windowMicros = nowMicros
  }

  private anchor(nowMicros: number): void {
    this.anchorWall = this.clock()
    this.anchorMicros = nowMicros
  }
}
