import type { Store } from '../clients/store.ts'
import type { Micros } from '../kernel/time.ts'
import type { QueuePlan } from '../plan.ts'
import type { LongPolls } from './longPolls.ts'
import type { QueueSettings } from './queueSettings.ts'

const DONE = 0
const NO_EFFECT = DONE + 1
const GONE = NO_EFFECT + 1
const EXPIRED = GONE + 1
const TOO_LONG = EXPIRED + 1

/**
 * What a call did with a receipt handle. `noEffect` answers success all the same (SQS.06, SQS.07); `gone` and `expired` are
 * refused where AWS refuses them (SQS.06 after a delete, FIFO.20 after the timeout), `tooLong` is beyond 12 h in all (SQS.05).
 */
export const HandleAnswer = {
  done: DONE,
  noEffect: NO_EFFECT,
  gone: GONE,
  expired: EXPIRED,
  tooLong: TOO_LONG,
} as const
export type HandleAnswer = (typeof HandleAnswer)[keyof typeof HandleAnswer]

/** A message on its way in. Its size is that of its record: body and attributes together (SQS.03). */
export type Outgoing = {
  /** The record it carries, in `world.records`; a message keeps it for life, so it is its identity (SQS.14b). */
  reference: number
  /** Number of its MessageGroupId in `world.keys`, -1 without. A standard queue takes it for the tenant (SQS.21). */
  group: number
  /** FIFO.12: equal numbers are equal deduplication ids; -1 without, as on every standard queue. */
  deduplication: number
  /** SQS.10, of this message alone; -1 = the queue's. */
  delayMicros: Micros
}

/** What one ReceiveMessage asks for, where it differs from what the queue would do. */
export type ReceiveRequest = {
  /** SQS.05, of this receive alone; -1 = the queue's. */
  visibilityTimeoutMicros: Micros
  /** SQS.11: a short poll asks some of the servers only. */
  isShortPoll: boolean
  /** FIFO.16: equal numbers are equal attempt ids; -1 without. */
  attempt: number
}

/** A receive without a wait (SQS.11). */
export const SHORT_POLL: ReceiveRequest = { visibilityTimeoutMicros: -1, isShortPoll: true, attempt: -1 }

/** A message that left one queue for another with what goes along: SQS.14b, SQS.15, FIFO.21. */
export type MovedMessage = {
  reference: number
  group: number
  deduplication: number
  /** When it was sent for the first time. */
  sentAt: Micros
  /** How often it has been received so far. */
  receives: number
  firstReceivedAt: Micros
  /** 1 when a client's work on it was done. */
  processed: number
  /** Number of the queue that gave it up as a dead letter, -1 when none did. */
  deadLetterSource: number
}

/**
 * A queue as its clients and other queues see it, standard or FIFO. Messages that somebody has received, or that wait
 * hidden, have a slot; a receipt handle is the three numbers slot, message (from 1, in the order of sending) and number of the receive.
 * A queue that says no changes nothing.
 */
export interface QueueModel extends Store {
  /** Its place among the queues of its world: how other queues name it. */
  readonly number: number
  readonly isFifo: boolean
  readonly plan: Pick<QueuePlan, 'id' | 'recordsPerDot'>
  readonly settings: QueueSettings
  /** SQS.12: who waits for a message to come. */
  readonly longPolls: LongPolls

  /** ApproximateNumberOfMessages, exact: what a receive could return now (FIFO.24: and what a group's lock holds back). */
  readonly visible: number
  /** ApproximateNumberOfMessagesNotVisible: received, neither deleted nor returned. */
  readonly inFlight: number
  /** ApproximateNumberOfMessagesDelayed: sent, and not to be had yet (SQS.10). */
  readonly delayed: number
  /** What it has counted so far: places in queueCounters.ts. */
  readonly c: Float64Array
  /** Visible messages, and those in flight, by paint. */
  readonly visiblePaint: Float64Array
  readonly inFlightPaint: Float64Array
  /** Age of the oldest message that is not gone, 0 when there is none (SQS.13). */
  oldestAgeMicros(now: Micros): Micros

  /** SQS.08, FIFO.17: whether too many are in flight for another receive. */
  readonly isOverLimit: boolean

  /**
   * FIFO.01, FIFO.05: whether a call fits the queue's quota; if so it is taken from it. `groups`: of each entry, empty for a
   * receive. A standard queue has no quota (SQS.19).
   */
  admits(action: 'send' | 'receive' | 'delete' | 'changeVisibility', groups: readonly number[], now: Micros): boolean

  /**
   * SendMessage, one entry. Long polls are served when the call has ended (`callEnded`). Whoever calls has checked the size.
   * Returns the message's number, from 1 in the order of coming: a FIFO queue's sequence numbers are made of it.
   */
  send(message: Outgoing, now: Micros): number
  /** FIFO.12: the message that was taken before with this deduplication id and is still remembered; -1 when it is new. */
  repeatOf(message: Outgoing, now: Micros): number

  /**
   * ReceiveMessage, without the wait of a long poll: writes up to `most` slots to `out` and returns how many. Messages received
   * too often go to the dead-letter queue instead (SQS.14).
   */
  receive(most: number, out: Int32Array, now: Micros, request?: ReceiveRequest): number
  delete(slot: number, message: number, receives: number, now: Micros): HandleAnswer
  /** The new timeout counts from now; 0 gives the message back at once (SQS.06). */
  changeVisibility(slot: number, message: number, receives: number, timeoutMicros: Micros, now: Micros): HandleAnswer
  purge(now: Micros): void
  set(field: keyof QueueSettings, value: number, now: Micros): void

  /** SQS.14: where messages go that were received more often than `settings.maxReceiveCount`; null = nowhere. */
  deadLetterTo(target: QueueModel | null): void
  /** A message that another queue gives up. */
  takeMoved(message: MovedMessage, now: Micros): void
  /** SQS.16: the next visible message leaves for another queue; null when there is none. */
  giveUpNext(now: Micros): MovedMessage | null

  /** Every message that is not gone, in no order that matters: for pictures. `slot` is -1 while nobody has touched it. */
  eachMessage(visit: (message: number, slot: number, sentAt: Micros) => void): void
  /** Bytes that the logs hold. */
  readonly memoryBytes: number

  /** What a slot holds. */
  messageOf(slot: number): number
  receivesOf(slot: number): number
  /** The record that message number `message` carries. */
  recordOf(message: number): number
  sentAtOf(slot: number): Micros
  firstReceivedAtOf(slot: number): Micros
  /** Number of the queue whose dead letter this is, -1 when it is none. */
  deadLetterSourceOf(slot: number): number
  paintOf(slot: number): number
  /** When a message in flight becomes visible again; Infinity when it is visible. */
  hiddenUntil(slot: number): Micros

  /** A client's work on a message is done, whether the message is still there or not; returns whether it had been before. */
  markProcessed(message: number): boolean
  /** A receive ended without a message: a short poll at once, a long poll when its time ran out (SQS.11, SQS.12). */
  countEmpty(): void
}
