import type { Answer, Store } from '../clients/store.ts'
import type { Micros } from '../kernel/time.ts'
import type { Bucket } from '../life/bucket.ts'
import type { Seen } from '../metrics/seen.ts'
import { DUPLICATES, THROTTLED_CALLS } from '../sqs/fifoCounters.ts'
import type { TurnableFifoQueue } from '../sqs/fifoPlan.ts'
import { FifoQueue } from '../sqs/fifoQueue.ts'
import { FIFO_SHOWN, writeFifoShown } from '../sqs/fifoShown.ts'
import { MoveTask } from '../sqs/moveTask.ts'
import * as Queue from '../sqs/queueCounters.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { FifoTimer } from './fifoQueueSpec.ts'
import { type Models, NodeModel, type NodeResources } from './nodeModel.ts'
import type { FifoQueueNodePlan } from './nodePlans.ts'

/** An SQS FIFO queue of a scenario: the partition key is the message group (FIFO.07). */
export class FifoQueueNode extends NodeModel<FifoQueueNodePlan> implements Store, Seen {
  readonly queue: FifoQueue
  /** Null in a queue that takes no dead letters. */
  private readonly redrive: MoveTask | null
  private allQueues: readonly QueueModel[] = []

  constructor(world: World, plan: FifoQueueNodePlan, resources: NodeResources) {
    super(world, plan, resources)
    const { firstTimer } = resources
    const timers = {
      visibility: firstTimer + FifoTimer.visibility,
      retention: firstTimer + FifoTimer.retention,
      delay: firstTimer + FifoTimer.delay,
    }
    this.queue = new FifoQueue(world, plan, plan.number, timers, this.settings)
    const surroundings = {
      timer: firstTimer + FifoTimer.redrive,
      queueOf: (number: number) => this.allQueues[number] ?? null,
      renew: (reference: number) => reference,
    }
    this.redrive = plan.redriveMicrosMax === undefined ? null : new MoveTask(world, this.queue, surroundings)
  }

  override get asQueue(): QueueModel {
    return this.queue
  }

  override connect({ allQueues }: Models): void {
    const { deadLetterQueue } = this.plan
    this.allQueues = allQueues
    if (deadLetterQueue >= 0) this.queue.deadLetterTo(allQueues[deadLetterQueue]!)
  }

  override get seen(): Seen {
    return this
  }
  readonly seenNames = FIFO_SHOWN
  readonly seenRowNames = []
  readonly seenRows = 0

  writeSeen(now: Micros, out: Float64Array, at: number): number {
    return writeFifoShown(this.queue, now, out, at)
  }

  get recordsPerCallLimit(): number {
    return this.queue.recordsPerCallLimit
  }

  get bytesPerCallLimit(): number {
    return this.queue.bytesPerCallLimit
  }

  sizeOf(key: number, dataBytes: number): number {
    return this.queue.sizeOf(key, dataBytes)
  }

  rowOf(): number {
    return 0
  }

  factOf(answer: Answer): string {
    return this.queue.factOf(answer)
  }

  limitOf(answer: Answer, key: number, now: Micros): string | null {
    return this.queue.limitOf(answer, key, now)
  }

  bucketOf(answer: Answer, key: number, bytes: number, now: Micros): Bucket | null {
    return this.queue.bucketOf(answer, key, bytes, now)
  }

  admitsCall(keys: readonly number[], now: Micros): boolean {
    return this.queue.admits('send', keys, now)
  }

  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    return this.queue.accept(reference, key, bytes, now)
  }

  callEnded(now: Micros): void {
    this.queue.callEnded(now)
  }

  onTimer(row: number, now: Micros): void {
    if (row === FifoTimer.visibility) this.queue.onVisibility(now)
    else if (row === FifoTimer.retention) this.queue.onRetention(now)
    else if (row === FifoTimer.redrive) this.redrive?.onTimer(now)
    else this.queue.onDelay(now)
  }

  override set(field: string, value: number, now: Micros): void {
    this.queue.set(field as keyof TurnableFifoQueue, value, now)
  }

  override act(action: string, _argument: number, now: Micros): void {
    if (action === 'purge') this.queue.purge(now)
    if (action !== 'redrive') return
    const { redrivePerSecond: perSecond } = this.settings
    this.redrive?.start({ perSecond, destination: -1, longestMicros: this.plan.redriveMicrosMax ?? 0 }, now)
  }

  override get memoryBytes(): number {
    return this.queue.memoryBytes
  }

  writeGauges(now: Micros, out: Float64Array, start: number): number {
    const { queue } = this
    const { c } = queue
    let at = start
    out[at++] = c[Queue.STORED]!
    out[at++] = c[Queue.STORED_BYTES]!
    out[at++] = c[Queue.ATTEMPTS]!
    out[at++] = c[Queue.REJECTED]!
    out[at++] = queue.visible
    out[at++] = queue.inFlight
    out[at++] = c[Queue.DELIVERIES]!
    out[at++] = c[Queue.DELETED]!
    out[at++] = c[Queue.RETURNED_COUNT]!
    out[at++] = c[Queue.EXPIRED]!
    out[at++] = c[Queue.PURGED]!
    out[at++] = c[Queue.EMPTY]!
    out[at++] = c[Queue.OVER_LIMIT]!
    out[at++] = queue.oldestAgeMicros(now)
    out[at++] = queue.delayed
    out[at++] = queue.messages.groups.count
    out[at++] = queue.groupsLocked
    out[at++] = c[DUPLICATES]!
    out[at++] = c[THROTTLED_CALLS]!
    out[at++] = c[Queue.DEAD_LETTERED]!
    out[at++] = c[Queue.MOVED_IN]!
    out[at++] = queue.throughput.partitions.length
    for (const paints of [queue.visiblePaint, queue.inFlightPaint]) {
      out.set(paints, at)
      at += paints.length
    }
    return at
  }
}
