import { ArrivalTimes } from '../kernel/arrivalTimes.ts'
import { EventList } from '../kernel/eventList.ts'
import { RandomStreams } from '../kernel/random.ts'
import { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { KeyTable } from '../keyTable.ts'
import { Trace } from '../metrics/trace.ts'
import { Records } from '../records.ts'
import type { World } from '../world.ts'

/**
 * The world that single calls act on: the same columns, timers and records that a run's models stand on, but models come
 * and go. Every record or message put in is one of `world.records` (producer 0).
 */
export class SandboxWorld {
  readonly world: World
  readonly seed: number
  private at: Micros = 0
  private readonly handlers: ((now: Micros) => void)[] = []

  constructor(seed: number) {
    this.seed = seed
    const state = new State()
    this.world = {
      state,
      events: new EventList(0),
      arrivals: new ArrivalTimes(state, 0),
      random: new RandomStreams(0),
      records: new Records(state, 1, Infinity, Infinity, Infinity),
      keys: new KeyTable([], []),
      trace: new Trace(state),
      watch: null,
      publishQuota: null,
    }
  }

  get now(): Micros {
    return this.at
  }

  /** A new timer: `handler` runs whenever `world.events` reaches it. Equal moments run in the order in which timers were made. */
  timer(handler: (now: Micros) => void): number {
    return this.handlers.push(handler) - 1
  }

  /** A new random stream of its own for a node and a purpose. */
  randomStream(node: string, purpose: string): number {
    return this.world.random.add(this.seed, node, purpose)
  }

  /** Plays everything up to `until`, that moment included. */
  advanceTo(until: Micros): void {
    const { events } = this.world
    while (events.firstAt() <= until) this.runTimer()
    if (until > this.at) this.at = until
  }

  /** Plays on until `isDone` or `until`, whichever is first: for a call that waits for its answer. */
  advanceUntil(isDone: () => boolean, until: Micros): void {
    const { events } = this.world
    while (!isDone() && events.firstAt() <= until) this.runTimer()
    if (!isDone() && until > this.at) this.at = until
  }

  private runTimer(): void {
    const { events } = this.world
    this.at = events.firstAt()
    const timer = events.begin()
    this.handlers[timer]!(this.at)
    events.end()
  }
}
