import { Ring } from '../kernel/ring.ts'
import type { Micros } from '../kernel/time.ts'
import type { KeyTable } from '../keyTable.ts'
import type { LifeStep } from '../life/watch.ts'
import type { TurnableProducer } from '../plan.ts'
import type { World } from '../world.ts'
import { DROPPED, HELD, HELD_FROM, IN_BUFFER, LinkCounts } from './linkCounts.ts'
import type { Reach } from './reach.ts'

const BLOCK = 0
const DROP_NEWEST = 2

/**
 * The send buffer of a link, and what waits at the source because it is full. It holds the records that wait for their first
 * attempt, that are in a call, and that are to be tried again; only the first are in `waiting`.
 */
export abstract class SendBuffer extends LinkCounts {
  protected readonly world: World
  protected readonly keys: KeyTable
  protected readonly settings: Readonly<TurnableProducer>
  /** Records that wait for their first attempt. */
  protected readonly waiting: Ring
  private readonly producer: number
  /** For each key whether records of it go this way; null: all. */
  protected readonly isWanted: Uint8Array | null
  protected readonly reach: Reach | null

  constructor(
    world: World,
    settings: Readonly<TurnableProducer>,
    producer: number,
    isWanted: Uint8Array | null,
    reach: Reach | null,
  ) {
    super(world.state)
    this.world = world
    this.keys = world.keys
    this.settings = settings
    this.producer = producer
    this.isWanted = isWanted
    this.reach = reach
    this.waiting = world.state.part(new Ring())
  }

  protected abstract note(step: LifeStep, reference: number, key: number, detail: number, now: Micros): void

  /** A new record: into the buffer, or, when it is full, what the producer's choice says. */
  protected arrive(reference: number, key: number, now: Micros): void {
    const c = this.counters
    if (c[HELD]! === 0 && c[IN_BUFFER]! < this.settings.bufferRecords) this.admit(reference, key)
    else this.overflow(reference, key, now)
  }

  /** Whether records of a key go this way. */
  wants(key: number): boolean {
    return this.isWanted === null || this.isWanted[key] === 1
  }

  protected enter(key: number): void {
    this.counters[IN_BUFFER]! += 1
    this.waitingPaint[this.keys.paint[key]!]! += 1
  }

  protected leave(key: number): void {
    this.counters[IN_BUFFER]! -= 1
    this.waitingPaint[this.keys.paint[key]!]! -= 1
  }

  /** Held records move up as far as there is room. */
  protected admitHeld(): void {
    const c = this.counters
    const { records } = this.world
    while (c[HELD]! > 0 && c[IN_BUFFER]! < this.settings.bufferRecords) {
      const reference = this.nextHeld()
      this.admit(reference, records.keyOf(reference))
    }
  }

  /** The choice for a full buffer was turned: nothing is held by a producer that drops. */
  protected letGo(now: Micros): void {
    const c = this.counters
    if (this.settings.whenFull === BLOCK || c[HELD] === 0) return
    c[DROPPED]! += c[HELD]!
    while (c[HELD]! > 0) {
      const reference = this.nextHeld()
      this.reach?.lost(reference)
      if (this.world.watch !== null) this.note('dropped', reference, this.world.records.keyOf(reference), 0, now)
    }
  }

  /** Takes the first of those held: the producer's records from a place on, but for those that do not go this way. */
  private nextHeld(): number {
    const c = this.counters
    const { records } = this.world
    for (;;) {
      const reference = records.reference(this.producer, c[HELD_FROM]!)
      c[HELD_FROM]! += 1
      if (!this.wants(records.keyOf(reference))) continue
      c[HELD]! -= 1
      return reference
    }
  }

  private admit(reference: number, key: number): void {
    this.enter(key)
    this.waiting.push(reference)
  }

  /** Block: the record waits at the source, with its arrival time kept. */
  private overflow(reference: number, key: number, now: Micros): void {
    const c = this.counters
    if (this.settings.whenFull === BLOCK) {
      if (c[HELD] === 0) c[HELD_FROM] = this.world.records.countOf(this.producer) - 1
      c[HELD]! += 1
      if (this.world.watch !== null) this.note('held', reference, key, 0, now)
      return
    }
    c[DROPPED]! += 1
    if (this.settings.whenFull === DROP_NEWEST || this.waiting.length === 0) {
      this.reach?.lost(reference)
      if (this.world.watch !== null) this.note('dropped', reference, key, 0, now)
      return
    }
    const oldest = this.waiting.shift()
    const oldestKey = this.world.records.keyOf(oldest)
    this.reach?.lost(oldest)
    if (this.world.watch !== null) this.note('dropped', oldest, oldestKey, 0, now)
    this.leave(oldestKey)
    this.admit(reference, key)
  }
}
