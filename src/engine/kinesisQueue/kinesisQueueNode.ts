import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import { NodeModel, type NodeResources } from '../nodes/nodeModel.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'
import * as Queue from '../sqs/queueCounters.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { DeadRecords } from './deadRecords.ts'
import type { KinesisQueuePlan } from './kinesisQueuePlan.ts'
import { KinesisQueueTimer } from './kinesisQueueSpec.ts'
import { PointerQueue } from './pointerQueue.ts'

/**
 * A Kinesis queue of a scenario (KIN6.02 to KIN6.04): as many workers as one likes receive the stream's records one by one and
 * acknowledge each, without shards, checkpoints or order. The stream keeps every record, so that another queue can have it too.
 */
export class KinesisQueueNode extends NodeModel<KinesisQueuePlan> {
  private readonly stream: Stream
  private readonly queue: PointerQueue
  private readonly dead: DeadRecords
  /** Of each shard, the first record that has not been pointed at. -1 until the queue is created. */
  private readonly next: Float64Array
  /** Of each shard, where it began. */
  private readonly first: Float64Array

  constructor(world: World, plan: KinesisQueuePlan, resources: NodeResources, stream: Stream) {
    super(world, plan, resources)
    const { firstTimer, streams } = resources
    const queuePlan = asQueuePlan(plan, stream)
    const own = { servers: streams[SERVERS]!, order: streams[ORDER]!, faults: streams[FAULTS]! }
    const ofDead = { servers: streams[DEAD]!, order: streams[DEAD + ORDER]!, faults: streams[DEAD + FAULTS]! }
    const { visibility, retention, deadVisibility, deadRetention, creation } = KinesisQueueTimer
    const timers = { visibility: firstTimer + visibility, retention: firstTimer + retention }
    const deadTimers = { visibility: firstTimer + deadVisibility, retention: firstTimer + deadRetention }
    this.stream = stream
    this.queue = new PointerQueue(world, queuePlan, { number: plan.number, streams: own, ...timers }, stream)
    this.dead = new DeadRecords(world, queuePlan, { number: plan.number, streams: ofDead, ...deadTimers })
    this.queue.deadLetterTo(this.dead)
    this.next = world.state.column(stream.plan.shardsAtMost).fill(-1)
    this.first = world.state.column(stream.plan.shardsAtMost)
    for (let shard = 0; shard < this.next.length; shard++)
      stream.pushedTo.add(shard, (now) => {
        if (this.pointAt(shard, now)) this.queue.pointed(now)
      })
    stream.pushedTo.onLimits((now) => this.followRetention(now))
    if (plan.createdAtMicros === 0) this.next.fill(0)
    else this.schedule(creation, plan.createdAtMicros)
  }

  override get asQueue(): QueueModel {
    return this.queue
  }

  onTimer(row: number, now: Micros): void {
    if (row === KinesisQueueTimer.visibility) this.queue.onVisibility(now)
    else if (row === KinesisQueueTimer.retention) this.queue.onRetention(now)
    else if (row === KinesisQueueTimer.deadVisibility) this.dead.onVisibility(now)
    else if (row === KinesisQueueTimer.deadRetention) this.dead.onRetention(now)
    else this.create(now)
  }

  override set(field: string, value: number, now: Micros): void {
    this.queue.set(field as keyof TurnableQueue, value, now)
  }

  /** redrive: RestoreDeadLetterQueueRecords of all dead letters that are there (KIN6.04). */
  override act(action: string, _argument: number, now: Micros): void {
    if (action !== 'redrive') return
    for (let letter = this.dead.giveUpNext(now); letter !== null; letter = this.dead.giveUpNext(now))
      this.queue.takeMoved({ ...letter, receives: 0, deadLetterSource: -1 }, now)
  }

  override get memoryBytes(): number {
    return this.queue.memoryBytes + this.dead.memoryBytes
  }

  /** Whether it has ever offered a record of a shard. */
  offers(shard: number, index: number): boolean {
    return index >= this.first[shard]! && index < this.next[shard]!
  }

  writeGauges(now: Micros, out: Float64Array, start: number): number {
    const { queue, dead } = this
    const { c } = queue
    let at = start
    out[at++] = c[Queue.STORED]!
    out[at++] = queue.visible
    out[at++] = queue.inFlight
    out[at++] = c[Queue.DELIVERIES]!
    out[at++] = c[Queue.DELETED]! + c[Queue.DELETED_LATE]!
    out[at++] = c[Queue.RETURNED_COUNT]!
    out[at++] = c[Queue.EXPIRED]!
    out[at++] = c[Queue.EMPTY]!
    out[at++] = c[Queue.OVER_LIMIT]!
    out[at++] = queue.oldestAgeMicros(now)
    out[at++] = c[Queue.DEAD_LETTERED]!
    out[at++] = c[Queue.MOVED_IN]!
    out[at++] = dead.visible
    out[at++] = dead.c[Queue.EXPIRED]!
    for (const paints of [queue.visiblePaint, queue.inFlightPaint]) {
      out.set(paints, at)
      at += paints.length
    }
    return at
  }

  /** KIN6.02: from the newest record on, or from the oldest that the stream still has; shards that open later from their beginning. */
  private create(now: Micros): void {
    const { stream, next } = this
    next.fill(0)
    for (const { number, tip } of stream.shards) {
      this.first[number] = this.plan.startPosition === LATEST ? tip : stream.trim(number, now)
      next[number] = this.first[number]!
    }
    this.followRetention(now)
    // By their age, so that the oldest expires first whichever shard it lies on.
    const heads = new EventList(stream.shards.length)
    for (const { number } of stream.shards) heads.schedule(number, this.headAt(number))
    while (heads.firstAt() < Infinity) {
      const shard = heads.first()
      this.pointAtNext(shard, now)
      heads.schedule(shard, this.headAt(shard))
    }
    this.queue.pointed(now)
  }

  /** When the first record of a shard that has not been pointed at was stored, Infinity when there is none. */
  private headAt(shard: number): Micros {
    const { tip, storedAt } = this.stream.shards[shard]!
    const index = this.next[shard]!
    return index < tip ? storedAt.get(index) : Infinity
  }

  /** All that came to a shard; returns whether anything did. */
  private pointAt(shard: number, now: Micros): boolean {
    if (this.next[shard]! < 0) return false
    const { tip } = this.stream.shards[shard]!
    if (this.next[shard]! >= tip) return false
    while (this.next[shard]! < tip) this.pointAtNext(shard, now)
    return true
  }

  private pointAtNext(shard: number, now: Micros): void {
    const { log, storedAt } = this.stream.shards[shard]!
    const index = this.next[shard]!
    this.next[shard] = index + 1
    this.queue.point(log.get(index), storedAt.get(index), now)
  }

  private followRetention(now: Micros): void {
    this.queue.followRetention(now)
    const { retentionMicros } = this.stream
    if (this.dead.settings.retentionMicros !== retentionMicros) this.dead.set('retentionMicros', retentionMicros, now)
  }
}

const LATEST = -2

// Its streams of chance; those of its dead letters in the same order after them.
const SERVERS = 0
const ORDER = SERVERS + 1
const FAULTS = ORDER + 1
const DEAD = FAULTS + 1

/** What it has of a standard queue: no servers that a receive may miss, no tenants, no delay, and nothing is sent to it. */
function asQueuePlan(plan: KinesisQueuePlan, stream: Stream): QueuePlan {
  return {
    id: plan.id,
    turnable: {
      ...plan.turnable,
      retentionMicros: stream.retentionMicros,
      messageBytesLimit: Infinity,
      delayMicros: 0,
      redrivePerSecond: 0,
    },
    recordsPerDot: plan.recordsPerDot,
    receivesUntilBack: Infinity,
    hiddenMicrosMax: plan.hiddenMicrosMax,
    servers: 0,
    serversOfMessage: 0,
    fair: null,
    redriveMicrosMax: 0,
    deadLetterQueue: -1,
  }
}
