import type { Downstream } from '../downstream/downstream.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import { type CallingHost, CallingWork } from './callingWork.ts'
import type { Lane } from './lane.ts'
import type { Mapping } from './mapping.ts'
import { ShardPolls } from './shardPolls.ts'
import type { StreamContext } from './streamContext.ts'

const TRIM_HORIZON = -1
const LATEST = -2

/** An event source mapping that reads a Kinesis stream (LKI). */
export class StreamMapping implements Mapping, CallingHost {
  readonly shards: ShardPolls[] = []
  private readonly context: StreamContext
  private readonly started: Float64Array

  readonly answered: () => void
  /** LKI.09: the first failure is all that counts. */
  readonly goesOn = false

  constructor(
    context: StreamContext,
    stream: Stream,
    firstTrack: number,
    downstream: Downstream | null,
    onChange: () => void,
  ) {
    this.context = context
    this.answered = onChange
    const { world, settings, streams } = context
    if (downstream !== null) context.calling = new CallingWork(world, settings, streams, downstream, this)
    this.started = context.world.state.column(1)
    for (let h = 0; h < stream.plan.shardsAtMost; h++)
      this.shards.push(new ShardPolls(context, stream, h, firstTrack + h, onChange))
  }

  get dueAt(): Micros {
    return this.started[0] === 1 ? this.context.due.firstAt() : this.context.plan.startAtMicros
  }

  onDue(now: Micros): void {
    if (this.started[0] === 0) this.start(now)
    const { due } = this.context
    while (due.firstAt() <= now) {
      const timer = due.shift()
      const shard = this.shardOf(timer)
      shard.onTimer(timer % this.timersOfShard, now)
      if (shard.isDone) this.beginChildren(now)
    }
  }

  next(run: number, cursor: number): number {
    return this.laneOf(run).nextRecord(cursor)
  }

  referenceAt(run: number, cursor: number): number {
    return this.shardOf(run).log.referenceOf(cursor)
  }

  schedule(run: number, at: Micros): void {
    this.context.due.schedule(run, at)
  }

  /** What came before a failure has succeeded. */
  succeeded(): void {}

  over(run: number, failure: number, cursor: number, now: Micros): void {
    this.laneOf(run).over(failure, cursor, now)
  }

  onSet(now: Micros): void {
    for (const { hasBegun, lanes } of this.shards) if (hasBegun) for (const lane of lanes) lane.wake(now)
  }

  get backlog(): number {
    let sum = 0
    for (const shard of this.shards) sum += shard.backlog
    return sum
  }

  get running(): readonly number[] {
    return this.shards.flatMap(({ lanes, log }) =>
      lanes.flatMap(({ runs }) => (runs < 0 ? [] : [log.referenceOf(runs)])),
    )
  }

  /** LKI.04: at most so many invocations at once. */
  get scale(): number {
    return (
      this.shards.filter(({ hasBegun, isDone }) => hasBegun && !isDone).length * this.context.plan.parallelizationFactor
    )
  }

  private get timersOfShard(): number {
    return this.context.plan.parallelizationFactor + 1
  }

  private shardOf(timer: number): ShardPolls {
    const rows = this.timersOfShard
    return this.shards[(timer - (timer % rows)) / rows]!
  }

  private laneOf(timer: number): Lane {
    return this.shardOf(timer).lanes[(timer % this.timersOfShard) - 1]!
  }

  /** LKI.12: its place in every shard there is; shards made later are read from their first record on. */
  private start(now: Micros): void {
    const { startPosition } = this.context.plan
    this.started[0] = 1
    for (const shard of this.shards) {
      const { log } = shard
      if (!log.exists) continue
      const trim = log.trim(now)
      if (startPosition === LATEST) shard.startAt(log.tip)
      else shard.startAt(startPosition === TRIM_HORIZON ? trim : log.firstAtOrAfter(startPosition, trim))
    }
    this.beginChildren(now)
  }

  /** KIN4.05 (that Lambda keeps to it is from memory): a shard is read when all that it came from has been. */
  private beginChildren(now: Micros): void {
    for (const shard of this.shards) {
      const { log, hasBegun } = shard
      if (hasBegun || !log.exists || !log.parents.every((parent) => this.shards[parent]!.isDone)) continue
      shard.begin(now)
      if (shard.isDone) this.beginChildren(now)
    }
  }
}
