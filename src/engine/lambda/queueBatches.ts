import { min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import { HandleAnswer, type QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { DELIVERIES, PROCESSED, RETRIED, SHOWN } from './counters.ts'
import { HeldMessages } from './heldMessages.ts'
import type { LambdaFunction } from './lambdaFunction.ts'
import type { LambdaPlan } from './lambdaPlan.ts'
import { BYTES, COUNT, FAILURE, FIRST, LAST, type Places, RECEIVED_AT, WINDOW_END, WINDOW_FROM } from './places.ts'
import { windowEnd } from './streamRules.ts'
import { type Batch, ERROR, NO_FAILURE } from './work.ts'

/** The batches of a mapping that reads a queue: one a place, from the first message received to the last one deleted. */
export class QueueBatches {
  private readonly world: World
  private readonly plan: LambdaPlan
  private readonly fn: LambdaFunction
  private readonly queue: QueueModel
  private readonly places: Places
  private readonly track: number
  private readonly held: HeldMessages
  private readonly received: Int32Array

  constructor(world: World, plan: LambdaPlan, fn: LambdaFunction, queue: QueueModel, places: Places, track: number) {
    this.world = world
    this.plan = plan
    this.fn = fn
    this.queue = queue
    this.places = places
    this.track = track
    this.held = new HeldMessages(world.state)
    this.received = new Int32Array(plan.limits.messagesPerCall)
  }

  /** One ReceiveMessage for the batch of a place; returns how many bytes it brought, -1 for no message. */
  receive(row: number, now: Micros): number {
    const { places, queue, received, plan, fn, world } = this
    const wanted = min(fn.settings.batchMessages - places.of(row, COUNT), plan.limits.messagesPerCall)
    const count = queue.receive(wanted, received, now)
    const bytesBefore = places.of(row, BYTES)
    for (let i = 0; i < count; i++) {
      const slot = received[i]!
      const message = queue.messageOf(slot)
      const receives = queue.receivesOf(slot)
      const handle = this.held.add(places.of(row, LAST) - 1, slot, message, receives)
      if (places.of(row, COUNT) === 0) this.begin(row, handle, now)
      places.set(row, LAST, handle + 1)
      places.set(row, COUNT, places.of(row, COUNT) + 1)
      places.set(row, BYTES, places.of(row, BYTES) + world.records.bytesOf(queue.recordOf(message)))
      if (receives > 1) fn.c[RETRIED]! += 1
      this.tell('received', message, now)
      this.showDot(queue.paintOf(slot), now)
    }
    fn.c[DELIVERIES]! += count
    if (count === 0) return -1
    const bytes = places.of(row, BYTES) - bytesBefore
    world.watch?.called?.('receive', queue.plan.id, bytes, now)
    return bytes
  }

  /**
   * LSQ.07: full, or its window has ended. Only asked when no poll waits: so the last poll of a batch may keep it for 20 s, even with a
   * shorter window (LSQ.08; that this is the reason is ours).
   */
  isComplete(row: number, now: Micros): boolean {
    const { places, plan, fn } = this
    const count = places.of(row, COUNT)
    if (count === 0) return false
    if (count >= fn.settings.batchMessages || places.of(row, BYTES) >= plan.limits.payloadBytes) return true
    return now >= places.of(row, WINDOW_END)
  }

  /** When the messages of a throttled batch become visible to others. */
  visibleAgainAt(row: number): Micros {
    return this.places.of(row, RECEIVED_AT) + this.queue.settings.visibilityTimeoutMicros
  }

  fill(batch: Batch, row: number): void {
    batch.clear()
    for (let handle = this.places.of(row, FIRST) - 1; handle >= 0; handle = this.held.next(handle))
      batch.add(this.queue.recordOf(this.held.messageOf(handle)), handle)
  }

  /** The handle behind this one in its batch, -1 behind the last. */
  next(handle: number): number {
    return this.held.next(handle)
  }

  referenceAt(handle: number): number {
    return this.queue.recordOf(this.held.messageOf(handle))
  }

  succeeded(handle: number): void {
    this.held.setFailed(handle, 0)
  }

  /** What the invocation that has begun will come to. */
  note(row: number, batch: Batch, failure: number): void {
    for (let i = 0; i < batch.count; i++) this.held.setFailed(batch.places[i]!, batch.failed[i]!)
    this.places.set(row, FAILURE, failure)
  }

  /** The invocation is over: what it did not fail on is worked, whatever becomes of the messages. */
  end(row: number, now: Micros): void {
    const { places, fn, queue, held } = this
    fn.end(places.of(row, FAILURE), held.messageOf(places.of(row, LAST) - 1), now)
    let worked = 0
    let again = 0
    for (let handle = places.of(row, FIRST) - 1; handle >= 0; handle = held.next(handle)) {
      const message = held.messageOf(handle)
      if (held.isFailed(handle)) {
        this.tell('failed', message, now)
        continue
      }
      worked++
      const isAgain = queue.markProcessed(message)
      if (isAgain) again++
      this.tell('worked', message, now)
      if (!isAgain || fn.settings.idempotent === 0) this.tell('effect', message, now)
    }
    fn.worked(worked, again)
  }

  /** FIFO.02: whether one call may delete what was done; if not, it is made again. */
  mayDelete(row: number, now: Micros): boolean {
    const { queue, world } = this
    if (!queue.isFifo || !this.isAcknowledged(row)) return true
    const groups = this.doneIn(row).map((handle) => world.records.keyOf(this.referenceAt(handle)))
    return groups.length === 0 || queue.admits('delete', groups, now)
  }

  /**
   * LSQ.09: the batch is deleted, or nothing of it; LSQ.10: or what did not fail. Returns false when nothing was acknowledged. What is
   * not deleted comes back after its visibility timeout.
   */
  settle(row: number, now: Micros): boolean {
    const { fn, queue, held, plan, world } = this
    if (!this.isAcknowledged(row)) return false
    const done = this.doneIn(row)
    for (let i = 0; i < done.length; i += plan.limits.messagesPerCall)
      world.watch?.called?.('delete', queue.plan.id, 0, now)
    for (const handle of done) {
      const answer = queue.delete(held.slotOf(handle), held.messageOf(handle), held.receivesOf(handle), now)
      if (answer === HandleAnswer.done) fn.c[PROCESSED]! += 1
    }
    return true
  }

  /** The place has no batch any more; its next window begins (LKI.03 holds for queues too). */
  release(row: number, now: Micros): void {
    const { places, held } = this
    for (let handle = places.of(row, FIRST) - 1; handle >= 0; ) {
      const next = held.next(handle)
      held.release(handle)
      handle = next
    }
    for (const field of [COUNT, BYTES, FIRST, LAST]) places.set(row, field, 0)
    places.set(row, WINDOW_FROM, now)
  }

  private tell(step: LifeStep, message: number, now: Micros): void {
    this.world.watch?.note(step, this.queue.recordOf(message), this.plan.id, 0, 0, now)
  }

  private isAcknowledged(row: number): boolean {
    const failure = this.places.of(row, FAILURE)
    return failure === NO_FAILURE || (failure === ERROR && this.fn.settings.reportsFailures === 1)
  }

  /** Handles of the messages on which the invocation did not fail. */
  private doneIn(row: number): number[] {
    const { places, held } = this
    const done: number[] = []
    for (let handle = places.of(row, FIRST) - 1; handle >= 0; handle = held.next(handle))
      if (!held.isFailed(handle)) done.push(handle)
    return done
  }

  /** A FIFO queue has no batching window (LSQ.07). */
  private begin(row: number, handle: number, now: Micros): void {
    const { places, queue, fn } = this
    const { windowMicros } = fn.settings
    places.set(row, FIRST, handle + 1)
    places.set(row, RECEIVED_AT, now)
    const hasWindow = windowMicros > 0 && !queue.isFifo
    places.set(row, WINDOW_END, hasWindow ? windowEnd(places.of(row, WINDOW_FROM), windowMicros, now) : now)
  }

  private showDot(paint: number, now: Micros): void {
    const { c } = this.fn
    c[SHOWN]! += 1
    if (c[SHOWN]! % this.queue.plan.recordsPerDot === 0) this.world.trace.add(now, this.track, paint)
  }
}
