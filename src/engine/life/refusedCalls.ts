import type { Engine } from '../engine.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { type ReadVerdict, readFactOf } from '../kinesis/limits.ts'
import { readBucket } from '../kinesis/readBuckets.ts'
import type { Bucket } from './bucket.ts'
import type { Watch } from './watch.ts'

/** One refused call that was about no single record: a read of a shard, an invocation of a function, or a call to a FIFO queue. */
export type RefusedCall = {
  at: Micros
  /** Who called: a reader; of an invocation the function itself, of a call to a FIFO queue that queue. */
  caller: string
  /** What refused: a stream, the function or the FIFO queue. */
  store: string
  row: number
  factId: string
  /** Null where a time decides and no bucket (KIN2.04). */
  bucket: Bucket | null
  /** Calls that read this shard during the second that ends with the refusal, and what they returned: a sum, and not what decides. */
  lastSecond: { calls: number; bytes: number } | null
}

type Answered = { at: Micros; bytes: number }

/** Notes the refused calls of a stretch of a run, with the second before each refused read. */
export class CallWatch implements Watch {
  readonly refused: RefusedCall[] = []
  private readonly engine: Engine
  private readonly from: Micros
  private readonly most: number
  private readonly answered = new Map<string, Answered[]>()

  constructor(engine: Engine, from: Micros, most: number) {
    this.engine = engine
    this.from = from
    this.most = most
  }

  note(): void {}

  wasRead(stream: string, shard: number, bytes: number, now: Micros): void {
    this.lately(stream, shard, now).push({ at: now, bytes })
  }

  readRefused(caller: string, store: string, row: number, verdict: ReadVerdict, now: Micros): void {
    const stream = this.engine.streams.find(({ plan }) => plan.id === store)
    if (stream === undefined) return
    const lately = this.lately(store, row, now)
    const bucket = readBucket(stream.shards[row]!.c, stream.limits, verdict, now)
    const lastSecond = { calls: lately.length, bytes: lately.reduce((sum, { bytes }) => sum + bytes, 0) }
    this.add({ at: now, caller, store, row, factId: readFactOf(verdict), bucket, lastSecond })
  }

  throttled(fn: string, factId: string, bucket: Bucket, now: Micros): void {
    this.add({ at: now, caller: fn, store: fn, row: 0, factId, bucket, lastSecond: null })
  }

  private add(call: RefusedCall): void {
    if (call.at >= this.from && this.refused.length < this.most) this.refused.push(call)
  }

  /** The reads of a shard in the second up to now. */
  private lately(stream: string, shard: number, now: Micros): Answered[] {
    const row = `${stream} ${shard}`
    const kept = (this.answered.get(row) ?? []).filter(({ at }) => at > now - MICROS_PER_SECOND)
    this.answered.set(row, kept)
    return kept
  }
}
