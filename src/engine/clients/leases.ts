import type { State } from '../kernel/state.ts'
import { NOBODY } from './coordination.ts'

/** Which worker of an application reads which shard: one lease a shard (KCL.01); more workers than shards stand idle (KCL.20). */
export class Leases {
  private readonly owner: Float64Array
  private readonly alive: Float64Array
  private readonly paused: Float64Array

  /** The shards at the start belong to the workers in turn, those that will be made to nobody yet. */
  constructor(state: State, plan: { shards: number; shardsAtMost: number }, workers: number) {
    this.owner = state.column(plan.shardsAtMost).fill(NOBODY)
    this.alive = state.column(workers).fill(1)
    this.paused = state.column(workers)
    for (let h = 0; h < plan.shards && workers > 0; h++) this.owner[h] = h % workers
  }

  ownerOf(shard: number): number {
    return this.owner[shard]!
  }

  isAlive(worker: number): boolean {
    return this.alive[worker] === 1
  }

  setAlive(worker: number, alive: boolean): void {
    this.alive[worker] = alive ? 1 : 0
    this.paused[worker] = 0
  }

  isPaused(worker: number): boolean {
    return this.paused[worker] === 1
  }

  setPaused(worker: number, paused: boolean): void {
    this.paused[worker] = paused ? 1 : 0
  }

  give(shard: number, worker: number): void {
    this.owner[shard] = worker
  }

  /** The living worker with the fewest leases, the first of equals; NOBODY when none lives and moves. */
  leastLoaded(): number {
    let best = NOBODY
    for (let w = 0; w < this.alive.length; w++) {
      if (!this.isAlive(w) || this.isPaused(w)) continue
      if (best === NOBODY || this.countOf(w) < this.countOf(best)) best = w
    }
    return best
  }

  /** A shard whose move to `worker` makes the leases more even, or -1. */
  shardToMoveTo(worker: number): number {
    let from = NOBODY
    for (let w = 0; w < this.alive.length; w++) {
      if (this.alive[w] === 1 && (from === NOBODY || this.countOf(w) > this.countOf(from))) from = w
    }
    if (from === NOBODY || this.countOf(from) - this.countOf(worker) < 2) return -1
    return this.owner.lastIndexOf(from)
  }

  private countOf(worker: number): number {
    let count = 0
    for (let h = 0; h < this.owner.length; h++) if (this.owner[h] === worker) count++
    return count
  }
}
