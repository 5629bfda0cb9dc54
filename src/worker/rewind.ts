import type { Engine, Snapshot } from '../engine/index.ts'

/** Wall time of simulation between two snapshots: so long takes the way from one to any moment before the next. */
const SPACING_MS = 35
const BYTES_AT_MOST = 96 * 1024 * 1024

/**
 * Snapshots along what has been played. Where they lie depends on this machine's speed and changes nothing but how
 * long a rewind takes.
 */
export class Rewind {
  private readonly engine: Engine
  private readonly snapshots: Snapshot[]
  private readonly bytesAtMost: number
  private bytes = 0
  private workMs = 0
  private spacingMs = SPACING_MS
  /** Latest moment ever played. */
  playedMicros = 0

  constructor(engine: Engine, bytesAtMost = BYTES_AT_MOST) {
    this.engine = engine
    this.bytesAtMost = bytesAtMost
    this.snapshots = [engine.snapshot()]
  }

  /** Tells that the engine has run on for `workMs` of wall time. */
  ran(workMs: number): void {
    const { now } = this.engine
    if (now > this.playedMicros) this.playedMicros = now
    this.workMs += workMs
    if (this.workMs < this.spacingMs) return
    this.workMs = 0
    if (this.snapshots.at(-1)!.at >= now) return
    const snapshot = this.engine.snapshot()
    this.snapshots.push(snapshot)
    this.bytes += snapshot.values.byteLength
    if (this.bytes > this.bytesAtMost) this.thinOut()
  }

  /** Puts the engine at the best place from which to run on to `toMicros`: the nearest snapshot before it, or where it is. */
  approach(toMicros: number): void {
    let nearest = this.snapshots[0]!
    for (const snapshot of this.snapshots) if (snapshot.at <= toMicros) nearest = snapshot
    const { now } = this.engine
    if (now <= toMicros && now >= nearest.at) return
    this.engine.restore(nearest)
    this.workMs = 0
  }

  get count(): number {
    return this.snapshots.length
  }

  private thinOut(): void {
    const kept = this.snapshots.filter((_, i) => i % 2 === 0)
    this.snapshots.splice(0, this.snapshots.length, ...kept)
    this.bytes = kept.reduce((sum, { values }) => sum + values.byteLength, 0)
    this.spacingMs *= 2
  }
}
