import { ANSWERS, type Answer, STORED } from '../clients/store.ts'
import { GapLog } from '../kernel/gapLog.ts'
import { Float64Log, Uint32Log } from '../kernel/log.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { type HashKeyRange, placeOnRuler } from './hashKey.ts'
import type { Packs } from './packs.ts'
import {
  ANSWERED,
  CHILD,
  CLOSED_AT,
  NO_SHARD,
  OPENED_AT,
  OTHER_CHILD,
  OTHER_PARENT,
  PARENT,
  SHARD_FIELDS,
  SPLIT_AT,
  STATE,
  STORED_BYTES,
  TRIM,
} from './shardColumn.ts'

const ABSENT = 0
const OPEN = ABSENT + 1
const CLOSED = OPEN + 1
const EXPIRED = CLOSED + 1

/** KIN4.04: an open shard takes records; a closed one can still be read; an expired one has lost all it held. Absent: not made yet. */
export const ShardState = { absent: ABSENT, open: OPEN, closed: CLOSED, expired: EXPIRED } as const
export type ShardState = (typeof ShardState)[keyof typeof ShardState]

/** One shard of a stream: an append-only log of records and all its counts. `Stream` and `Shards` write it, everybody reads it. */
export class Shard implements Growing {
  readonly number: number
  /** Numbers by the names of shardColumn.ts. */
  readonly c = new Float64Array(SHARD_FIELDS)
  /** Record references and moments of storing. */
  readonly log = new Uint32Log()
  readonly storedAt = new GapLog()
  /** Bytes before each 1,024th record, so that bytes between two places are quick to know. */
  readonly byteSums = new Float64Log()
  /** Null where every record is a Kinesis record of its own. */
  readonly packs: Packs | null
  /** Told when the shard is made; a plan makes the same shards in every run of it, so a snapshot need not hold it. */
  range: HashKeyRange
  /** Its range as shares of all hash keys, for looking at. */
  place: { from: number; to: number }

  constructor(number: number, range: HashKeyRange, packs: Packs | null) {
    this.number = number
    this.range = range
    this.place = placeOnRuler(range)
    this.packs = packs
  }

  /** A new shard, or one that a run which was wound back makes again. */
  open(range: HashKeyRange, parent: number, otherParent: number, now: Micros): void {
    const { c } = this
    this.range = range
    this.place = placeOnRuler(range)
    for (const log of [this.log, this.storedAt, this.byteSums]) log.clear()
    this.packs?.clear()
    c.fill(0)
    c[STATE] = OPEN
    c[OPENED_AT] = now
    c[CLOSED_AT] = Infinity
    c[SPLIT_AT] = Infinity
    c[PARENT] = parent
    c[OTHER_PARENT] = otherParent
    c[CHILD] = NO_SHARD
    c[OTHER_CHILD] = NO_SHARD
  }

  /** KIN4.04: takes no more records; what it holds stays in it. */
  close(now: Micros, child: number, otherChild: number): void {
    const { c } = this
    c[STATE] = CLOSED
    c[CLOSED_AT] = now
    // KIN5.06: an on-demand stream may have meant to split it later.
    c[SPLIT_AT] = Infinity
    c[CHILD] = child
    c[OTHER_CHILD] = otherChild
  }

  /** KIN4.04: all that it held has expired. */
  expire(): void {
    this.c[STATE] = EXPIRED
  }

  get state(): ShardState {
    return this.c[STATE]! as ShardState
  }

  get isOpen(): boolean {
    return this.c[STATE] === OPEN
  }

  get isExpired(): boolean {
    return this.c[STATE] === EXPIRED
  }

  get openedAt(): Micros {
    return this.c[OPENED_AT]!
  }

  /** Infinity while it is open. */
  get closedAt(): Micros {
    return this.c[CLOSED_AT]!
  }

  /** Shards that held these hash keys before: none, one that was split, or two that were merged. */
  get parents(): number[] {
    return numbered(this.c[PARENT]!, this.c[OTHER_PARENT]!)
  }

  /** Shards that hold these hash keys now, in the order of their hash keys. */
  get children(): number[] {
    return numbered(this.c[CHILD]!, this.c[OTHER_CHILD]!)
  }

  /** Records stored since it was opened, expired ones included: the place of the next one. */
  get tip(): number {
    return this.log.length
  }

  /** First record not expired. */
  get trim(): number {
    return this.c[TRIM]!
  }

  /** Bytes stored since it was opened, partition keys included. */
  get storedBytes(): number {
    return this.c[STORED_BYTES]!
  }

  /** How many records were given an answer. */
  answered(answer: Answer): number {
    return this.c[ANSWERED + answer]!
  }

  /** Attempts that a write limit refused, or that were too large for ever. */
  get refused(): number {
    let sum = 0
    for (let answer = STORED + 1; answer < ANSWERS; answer++) sum += this.c[ANSWERED + answer]!
    return sum
  }

  get memoryBytes(): number {
    return this.log.bytes + this.storedAt.bytes + this.byteSums.bytes + (this.packs?.bytes ?? 0)
  }

  saveTo(out: SnapshotWriter): void {
    out.pushAll(this.c, SHARD_FIELDS)
    this.log.saveTo(out)
    this.storedAt.saveTo(out)
    this.byteSums.saveTo(out)
    this.packs?.saveTo(out)
  }

  loadFrom(from: SnapshotReader): void {
    from.nextInto(this.c, SHARD_FIELDS)
    this.log.loadFrom(from)
    this.storedAt.loadFrom(from)
    this.byteSums.loadFrom(from)
    this.packs?.loadFrom(from)
  }
}

function numbered(first: number, second: number): number[] {
  return [first, second].filter((shard) => shard !== NO_SHARD)
}
