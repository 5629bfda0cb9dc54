import { floor, max, min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import type { Shard } from './shard.ts'

/** Numbers of enhanced fan-out that no call chooses. */
export type PushNumbers = {
  /** KIN3.01: of one consumer on one shard. */
  bytesPerSecond: number
  /** KIN3.07: from storing to the event. */
  latencyMicros: Micros
  /** X-K6: an event without records comes so long after the last one. */
  idleMicros: Micros
  recordsMost: number
}

/** Records [from, end) of the shard, pushed at a moment. `isLast`: the shard is closed and all of it has been pushed. */
export type PushEvent = { at: Micros; from: number; end: number; bytes: number; isLast: boolean }

/** What a feed needs of its stream. */
type Source = {
  readonly shards: readonly Shard[]
  bytesOf(reference: number): number
  trim(shard: number, now: Micros): number
}

/**
 * Pushes one shard to one registered consumer, with throughput of its own (KIN3.01): a budget of bytes as in X-K2, which the last
 * record of an event may overdraw. Events are worked out when somebody asks; how often makes no difference.
 */
export class PushFeed {
  private readonly source: Source
  private readonly number: number
  private readonly numbers: PushNumbers
  /** All that changes, so that a model can keep it in its state. */
  private readonly c: Float64Array

  /** `shard`: its number; it may be made later. */
  constructor(source: Source, shard: number, numbers: PushNumbers, column: Float64Array) {
    this.source = source
    this.number = shard
    this.numbers = numbers
    this.c = column
    this.c[TOKENS] = millionthsOf(numbers.bytesPerSecond)
  }

  /** A subscription begins at a record. What the one before has used of the budget stays used. */
  start(index: number, now: Micros): void {
    this.c[NEXT] = index
    this.c[LAST_AT] = now
    this.c[IS_OVER] = 0
  }

  /** Nothing comes before `at`: the consumer asks for nothing until then. */
  hold(at: Micros): void {
    this.c[LAST_AT] = max(this.c[LAST_AT]!, at)
  }

  /** When the next event comes, as far as is known now; Infinity when nothing is there to be told. */
  get nextAt(): Micros {
    if (this.c[IS_OVER] === 1) return Infinity
    return min(min(this.recordsAt(), this.endAt()), this.c[LAST_AT]! + this.numbers.idleMicros)
  }

  /** The next event, if it is due by `until`; null otherwise. Records that expired before they were pushed are left out. */
  event(until: Micros): PushEvent | null {
    const { c, shard } = this
    c[NEXT] = max(c[NEXT]!, this.source.trim(shard.number, until))
    const at = this.nextAt
    if (at > until) return null
    const from = c[NEXT]!
    const bytes = this.take(at)
    c[LAST_AT] = at
    const isLast = c[NEXT] === shard.tip && this.endAt() <= at
    c[IS_OVER] = isLast ? 1 : 0
    return { at, from, end: c[NEXT]!, bytes, isLast }
  }

  private get shard(): Shard {
    return this.source.shards[this.number]!
  }

  /** When records can be pushed next: one has had its time, and the budget is above zero. */
  private recordsAt(): Micros {
    const { c, shard, numbers } = this
    if (c[NEXT]! >= shard.tip) return Infinity
    const arrived = max(shard.storedAt.get(c[NEXT]!) + numbers.latencyMicros, c[LAST_AT]!)
    if (c[TOKENS]! > 0) return arrived
    return max(arrived, c[COUNTED_AT]! + floor((0 - c[TOKENS]!) / numbers.bytesPerSecond) + 1)
  }

  /** When the end of a closed shard is told, once all of it has been pushed. */
  private endAt(): Micros {
    const { c, shard, numbers } = this
    if (shard.isOpen || c[NEXT]! < shard.tip) return Infinity
    return max(shard.closedAt + numbers.latencyMicros, c[LAST_AT]!)
  }

  /** Pushes what is there at a moment, while the budget lasts; returns its bytes. */
  private take(at: Micros): number {
    const { c, shard, numbers } = this
    const full = millionthsOf(numbers.bytesPerSecond)
    c[TOKENS] = refilled(c[TOKENS]!, at - c[COUNTED_AT]!, numbers.bytesPerSecond, full)
    c[COUNTED_AT] = at
    const from = c[NEXT]!
    const end = min(shard.storedAt.firstAtOrAfter(at - numbers.latencyMicros + 1, from), from + numbers.recordsMost)
    let index = from
    let bytes = 0
    // What came in one Kinesis record is pushed with it (KIN6.06).
    while (index < end && (c[TOKENS]! > 0 || (shard.packs?.startOf(index) ?? index) < index)) {
      const more = this.source.bytesOf(shard.log.get(index++))
      c[TOKENS]! -= millionthsOf(more)
      bytes += more
    }
    c[NEXT] = index
    return bytes
  }
}

const NEXT = 0
const LAST_AT = NEXT + 1
const IS_OVER = LAST_AT + 1
/** Bytes left in millionths, and when they were counted. */
const TOKENS = IS_OVER + 1
const COUNTED_AT = TOKENS + 1
export const PUSH_FIELDS = COUNTED_AT + 1
