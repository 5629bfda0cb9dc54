import { round } from '../../kernel/detMath.ts'
import { sampleUnitMean } from '../../kernel/distributions.ts'
import { EventList } from '../../kernel/eventList.ts'
import { Ring } from '../../kernel/ring.ts'
import { Slots } from '../../kernel/slots.ts'
import type { Micros } from '../../kernel/time.ts'
import { ERLANG_SHAPE } from '../../kernel/units.ts'
import type { Packing } from '../../kinesis/packing.ts'
import type { Stream } from '../../kinesis/stream.ts'
import type { World } from '../../world.ts'
import { callRefusal } from '../callRefusal.ts'
import { ATTEMPTS, CALLS, NEW } from '../linkCounts.ts'
import type { LinkParts } from '../linkParts.ts'
import { ProducerLink } from '../producerLink.ts'
import { type Answer, CALL_FAILED, STORED as TAKEN, TOO_LARGE } from '../store.ts'
import { KinesisRecords, type UserRecord } from './kinesisRecords.ts'
import type { KplPlan } from './kplPlan.ts'
import { fitsCall, fitsInto, flushAt, isTooOld, nextDrain, retryDeadline } from './kplRules.ts'
import { RecordLists } from './recordLists.ts'
import { ShardLimiter } from './shardLimiter.ts'

/** The list of Kinesis records that the next call carries; those that wait for the limiter stand in lists by shard behind it. */
const COLLECTION = 0
const CALL_FIELDS = 2

/**
 * A link on which the Kinesis Producer Library sends (KIN6.06 to KIN6.08). User records of one shard are packed into a Kinesis
 * record, which waits until its shard may be sent more, then in the collection for a call. What a call did not store is packed anew.
 */
export class KplLink extends ProducerLink {
  private readonly kpl: KplPlan
  private readonly stream: Stream
  private readonly packing: Packing
  private readonly kinesisRecords: KinesisRecords
  private readonly lists: RecordLists
  private readonly limiter: ShardLimiter
  /** Of each shard, one more than its Kinesis record that is being filled; 0 = none. */
  private readonly open: Float64Array
  /** When the collection (0), or the open record of a shard (1 and on), is to be sent. */
  private readonly deadlines: EventList
  /** First Kinesis record and number of them of each call; calls that wait for their turn; ends of those under way. */
  private readonly calls = new Slots(CALL_FIELDS)
  private readonly waitingCalls = new Ring()
  private readonly callEnds = new EventList()
  private readonly counts: Float64Array

  constructor(world: World, parts: LinkParts, stream: Stream, kpl: KplPlan) {
    super(world, parts)
    const { state } = world
    const rows = stream.plan.shardsAtMost
    this.kpl = kpl
    this.stream = stream
    this.packing = stream.packing!
    this.kinesisRecords = new KinesisRecords(state)
    this.lists = new RecordLists(state, this.kinesisRecords, rows + 1)
    this.limiter = new ShardLimiter(state, kpl, rows)
    this.open = state.column(rows)
    this.deadlines = new EventList(rows + 1)
    this.counts = state.column(KINESIS_COUNTS)
    for (const part of [this.deadlines, this.calls, this.waitingCalls, this.callEnds]) state.part(part)
  }

  override get callsUnderWay(): number {
    return this.callEnds.length
  }

  /** Kinesis records sent, repeats included; and stored. */
  override get kinesisAttemptsTotal(): number {
    return this.counts[SENT]!
  }

  override get kinesisRecordsTotal(): number {
    return this.counts[KEPT]!
  }

  override offer(reference: number, key: number, _dataBytes: number, now: Micros): void {
    if (!this.wants(key)) return
    this.counters[NEW]! += 1
    this.arrive(reference, key, now)
    this.pump(now)
  }

  override turned(now: Micros): void {
    this.letGo(now)
    this.pump(now)
  }

  override onFlush(now: Micros): void {
    while (this.deadlines.firstAt() <= now) {
      const due = this.deadlines.shift()
      if (due === COLLECTION) this.flush(now)
      else this.close(due - 1, now)
    }
    this.schedule()
  }

  override onCallsEnded(now: Micros): void {
    while (this.callEnds.firstAt() <= now) this.decide(this.callEnds.shift(), now)
    this.send(now)
    this.pump(now)
  }

  /** The limiter's clock. */
  override onRetries(now: Micros): void {
    for (let shard = 0; shard < this.open.length; shard++) this.drain(shard, now)
    this.schedule()
  }

  private pump(now: Micros): void {
    this.admitHeld()
    const deadline = now + this.kpl.bufferedMicros
    while (this.waiting.length > 0) this.pack({ reference: this.waiting.shift(), attempts: 0 }, deadline, now)
    this.schedule()
  }

  /** KIN6.06: into the open Kinesis record of its shard. */
  private pack(user: UserRecord, deadline: Micros, now: Micros): void {
    const { kpl, kinesisRecords, open, deadlines } = this
    const shard = this.stream.rowOf(this.keyOf(user))
    const bytes = this.bytesOf(user)
    if (open[shard]! > 0 && !fitsInto(kinesisRecords.bytesOf(open[shard]! - 1), bytes, kpl)) this.close(shard, now)
    if (open[shard] === 0) open[shard] = kinesisRecords.create() + 1
    const record = open[shard]! - 1
    kinesisRecords.add(record, user, bytes, deadline)
    if (!kpl.aggregates || kinesisRecords.bytesOf(record) >= kpl.aggregateBytes) this.close(shard, now)
    else if (flushAt(deadline, now, kpl) < deadlines.atOf(shard + 1))
      deadlines.schedule(shard + 1, flushAt(deadline, now, kpl))
  }

  /** The open record of a shard is full, or has waited long enough. */
  private close(shard: number, now: Micros): void {
    const record = this.open[shard]! - 1
    this.open[shard] = 0
    this.deadlines.schedule(shard + 1, Infinity)
    if (this.world.watch !== null) {
      const users = this.kinesisRecords.usersOf(record)
      for (const user of users) this.note('packed', user.reference, this.keyOf(user), users.length, now)
    }
    this.lists.push(shard + 1, record)
    this.drain(shard, now)
  }

  /** What the limiter lets go to a shard joins the collection. */
  private drain(shard: number, now: Micros): void {
    const { lists, limiter, kinesisRecords } = this
    const list = shard + 1
    while (lists.countOf(list) > 0 && limiter.take(shard, kinesisRecords.bytesOf(lists.firstOf(list)), now))
      this.collect(lists.shift(list), now)
    if (lists.countOf(list) > 0) this.world.events.schedule(this.timers.retries, nextDrain(now, this.kpl))
  }

  /** KIN6.07 */
  private collect(record: number, now: Micros): void {
    const { kpl, lists, kinesisRecords, deadlines } = this
    const bytes = kinesisRecords.bytesOf(record)
    if (!fitsCall(lists.countOf(COLLECTION), lists.bytesOf(COLLECTION), bytes, kpl)) this.flush(now)
    lists.push(COLLECTION, record)
    if (lists.countOf(COLLECTION) >= kpl.collectionRecords || lists.bytesOf(COLLECTION) >= kpl.collectionBytes) {
      this.flush(now)
      return
    }
    const at = flushAt(kinesisRecords.deadlineOf(record), now, kpl)
    if (at < deadlines.atOf(COLLECTION)) deadlines.schedule(COLLECTION, at)
  }

  private flush(now: Micros): void {
    const call = this.calls.take()
    const { first, count } = this.lists.takeAll(COLLECTION)
    this.calls.values.set([first, count], call * CALL_FIELDS)
    this.deadlines.schedule(COLLECTION, Infinity)
    this.waitingCalls.push(call)
    this.send(now)
  }

  /** Calls go as far as there may be more at once. */
  private send(now: Micros): void {
    while (this.waitingCalls.length > 0 && this.callEnds.length < this.plan.callsAtOnce) {
      const call = this.waitingCalls.shift()
      this.counters[CALLS]! += 1
      for (const record of this.recordsOf(call)) {
        this.counters[ATTEMPTS]! += this.kinesisRecords.countOf(record)
        this.counts[SENT]! += 1
      }
      const mean = this.settings.callLatencyMicros
      const spread = sampleUnitMean(this.world.random, this.streams.latency, this.plan.callLatencySpread, ERLANG_SHAPE)
      this.callEnds.schedule(call, now + round(mean * spread))
    }
    this.world.events.schedule(this.timers.calls, this.callEnds.firstAt())
  }

  private recordsOf(call: number): number[] {
    let record = this.calls.values[call * CALL_FIELDS]!
    return Array.from({ length: this.calls.values[call * CALL_FIELDS + 1]! }, () => {
      const own = record
      record = this.kinesisRecords.nextOf(own)
      return own
    })
  }

  private decide(call: number, now: Micros): void {
    const records = this.recordsOf(call)
    this.calls.release(call)
    const refusal = callRefusal(this.world, this.store, this.settings.callFailureShare, this.streams.failure, [], now)
    for (const record of records) {
      const users = this.kinesisRecords.usersOf(record)
      this.kinesisRecords.release(record)
      if (refusal === TAKEN) this.judge(users, now)
      else for (const user of users) this.answered(user, refusal, now)
    }
    this.store.callEnded(now)
  }

  /** It goes to the shard of its first user record. Those of another shard, after a reshard, would be dropped there by readers. */
  private judge(users: readonly UserRecord[], now: Micros): void {
    const row = this.stream.rowOf(this.keyOf(users[0]!))
    const own = users.filter((user) => this.stream.rowOf(this.keyOf(user)) === row)
    const references = own.map(({ reference }) => reference)
    const bytesOf = (reference: number) => this.bytesOf({ reference })
    const answer = this.packing.accept(this.stream.shards[row]!, references, bytesOf, now)
    if (answer === TAKEN) this.counts[KEPT]! += 1
    for (const user of own) this.answered(user, answer, now)
    if (own.length < users.length) for (const user of users) if (!own.includes(user)) this.again(user, now)
  }

  private answered(user: UserRecord, answer: Answer, now: Micros): void {
    const { reference, attempts } = user
    const key = this.keyOf(user)
    if (answer === TAKEN) {
      this.leave(key)
      this.stored(reference, key, this.bytesOf(user), attempts + 1, now)
      return
    }
    this.countRefused(answer, reference, key, now)
    if (answer === TOO_LARGE || (this.kpl.failsIfThrottled && answer !== CALL_FAILED))
      this.giveUp(reference, key, attempts + 1, now)
    else this.again(user, now)
  }

  /** KIN6.08: without back-off, unless it has become too old. */
  private again(user: UserRecord, now: Micros): void {
    const { reference, attempts } = user
    if (isTooOld(this.world.records.createdAt(reference), now, this.kpl))
      this.giveUp(reference, this.keyOf(user), attempts + 1, now)
    else this.pack({ reference, attempts: attempts + 1 }, retryDeadline(now, this.kpl), now)
  }

  private keyOf({ reference }: { reference: number }): number {
    return this.world.records.keyOf(reference)
  }

  private bytesOf({ reference }: { reference: number }): number {
    return this.stream.bytesOf(reference)
  }

  private schedule(): void {
    this.world.events.schedule(this.timers.flush, this.deadlines.firstAt())
  }
}

const SENT = 0
const KEPT = SENT + 1
const KINESIS_COUNTS = KEPT + 1
