import type { Micros } from '../../kernel/time.ts'
import type { World } from '../../world.ts'
import { OF_WORKER } from './timerRows.ts'

/** The timers of one application: those of its workers, then its own. */
export class KclTimers {
  private readonly world: World
  private readonly first: number
  private readonly workers: number

  constructor(world: World, first: number, workers: number) {
    this.world = world
    this.first = first
    this.workers = workers
  }

  /** The worker that a row belongs to, and what it is for; the worker is -1 for the application's own. */
  purposeOf(row: number): { worker: number; purpose: number } {
    const own = row - this.workers * OF_WORKER
    if (own >= 0) return { worker: -1, purpose: own }
    const purpose = row % OF_WORKER
    return { worker: (row - purpose) / OF_WORKER, purpose }
  }

  setWorker(worker: number, purpose: number, at: Micros): void {
    this.world.events.schedule(this.first + worker * OF_WORKER + purpose, at)
  }

  setApplication(purpose: number, at: Micros): void {
    this.world.events.schedule(this.first + this.workers * OF_WORKER + purpose, at)
  }

  stopWorker(worker: number): void {
    for (let purpose = 0; purpose < OF_WORKER; purpose++) this.setWorker(worker, purpose, Infinity)
  }
}
