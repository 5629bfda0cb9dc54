import type { Micros } from '../kernel/time.ts'
import type { ReadVerdict } from '../kinesis/limits.ts'
import type { Bucket } from './bucket.ts'

/**
 * What can happen to a record. made: by its producer; held: at the source, before a full buffer; dropped: lost by a full buffer;
 * packed: by the producer library, into a Kinesis record with others;
 * stored: taken by a store; refused: an attempt that a store refused; givenUp: lost after its last attempt.
 * received: handed to a consumer; returned: visible again in its queue; worked, failed, skipped: by a consumer; effect: what the
 * work did outside; lost: acknowledged before the work, or kept in memory, and nobody will do it; discarded: given up by a function's mapping;
 * missed: no longer in the stream when a function came to it; called, answered, unanswered: of a system downstream, and what came of it.
 * repeated: taken by a FIFO queue for a repetition, and not stored; deleted, expired, purged: gone from a queue; deadLettered: given
 * up by it; redriven: moved back; copied: by a topic; copyRefused, copyLost: a copy that could not be handed over, now or for good.
 */
export type LifeStep =
  | 'made'
  | 'held'
  | 'packed'
  | 'dropped'
  | 'stored'
  | 'refused'
  | 'givenUp'
  | 'received'
  | 'returned'
  | 'worked'
  | 'failed'
  | 'skipped'
  | 'effect'
  | 'lost'
  | 'discarded'
  | 'missed'
  | 'called'
  | 'answered'
  | 'unanswered'
  | 'repeated'
  | 'deleted'
  | 'expired'
  | 'purged'
  | 'deadLettered'
  | 'redriven'
  | 'copied'
  | 'copyRefused'
  | 'copyLost'

/**
 * Looks on while a run is played; it changes no bit of it, and a run without one pays a comparison for each step.
 * `node`: whoever did it. `row`: shard or worker. `detail` by step: made: bytes; packed: user records in it; stored: attempts; refused: the answer; else 0.
 */
export interface Watch {
  note(step: LifeStep, reference: number, node: string, row: number, detail: number, now: Micros): void
  /**
   * A client's call to a queue or topic came through, with so many bytes of messages; a receive only when it brought any. Or records of
   * a stream were pushed to a function, which is the `node` then.
   */
  called?(action: CallAction, node: string, bytes: number, now: Micros): void
  /** A read of a shard was answered with so many bytes, or refused by a limit of the stream. */
  wasRead?(stream: string, shard: number, bytes: number, now: Micros): void
  readRefused?(caller: string, stream: string, shard: number, verdict: ReadVerdict, now: Micros): void
  /** An invocation of a function was refused, or a call to a FIFO queue that receives or deletes. */
  throttled?(fn: string, factId: string, bucket: Bucket, now: Micros): void
  /** A node died by itself, and not by what somebody did. */
  crashed?(node: string, row: number, now: Micros): void
}

export type CallAction = 'send' | 'receive' | 'delete' | 'changeVisibility'
