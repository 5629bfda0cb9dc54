import { max } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import { CallWindow } from '../../kinesis/callWindow.ts'
import type { Shard } from '../../kinesis/shard.ts'
import { Stream } from '../../kinesis/stream.ts'
import { STREAM_BUILDERS } from '../../kinesis/streamBuilders.ts'
import type { StreamPlan } from '../../plan.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import type { KinesisLimits } from './kinesisLimits.ts'
import { notFound } from './refuse.ts'
import { sequenceNumber } from './sequenceNumber.ts'
import { shardIdOf, shardNumberOf } from './shardId.ts'

export type StreamStatus = 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING'

/** A stream of the sandbox's account: its model, and what the API says of it beside. */
export class SandboxStream {
  /** Unique in the sandbox, for sequence numbers and iterators. */
  readonly serial: number
  readonly name: string
  readonly arn: string
  readonly model: Stream
  readonly createdAt: Micros
  /** Two changes of the capacity mode a day (KIN5.10); null where there is one mode. */
  readonly modeSwitches: CallWindow | null
  private readonly creatingMicros: Micros
  private readonly updateMicros: Micros
  private updatingUntil: Micros = 0
  private deletingSince: Micros = Infinity

  constructor(
    sandbox: SandboxWorld,
    names: { serial: number; name: string; arn: string },
    plan: StreamPlan,
    limits: KinesisLimits,
  ) {
    this.serial = names.serial
    this.name = names.name
    this.arn = names.arn
    this.createdAt = sandbox.now
    this.creatingMicros = limits.creatingMicros
    this.updateMicros = limits.resharding.micros
    const timer = sandbox.timer((now) => this.model.onTimer(now))
    const splits = sandbox.randomStream(names.arn, 'splits')
    this.model = new Stream(sandbox.world, plan, { timer, splits, createdAt: sandbox.now }, STREAM_BUILDERS)
    const { onDemand } = limits
    this.modeSwitches =
      onDemand === null ? null : new CallWindow(sandbox.world.state, onDemand.switches, onDemand.switchWindowMicros)
  }

  status(now: Micros): StreamStatus {
    if (this.deletingSince <= now) return 'DELETING'
    if (now < this.createdAt + this.creatingMicros) return 'CREATING'
    return this.model.resharding.isBusy || now < this.updatingUntil ? 'UPDATING' : 'ACTIVE'
  }

  isGone(now: Micros): boolean {
    return now >= this.deletingSince + this.creatingMicros
  }

  delete(now: Micros): void {
    this.deletingSince = now
  }

  /** A setting was changed: the stream is UPDATING for a while (KIN4.03, KIN4.08). */
  update(now: Micros): void {
    this.updatingUntil = max(this.updatingUntil, now + this.updateMicros)
  }

  get isOnDemand(): boolean {
    return this.model.onDemand?.isOn ?? false
  }

  /** A shard that is not expired. @throws ResourceNotFoundException */
  shard(shardId: unknown, now: Micros, factId: string): Shard {
    const number = shardNumberOf(shardId)
    const shard = this.model.shards[number]
    if (shard !== undefined) {
      this.model.trim(number, now)
      if (!shard.isExpired) return shard
    }
    throw notFound(factId, `Could not find shard ${String(shardId)} in stream ${this.name}.`)
  }

  /** Shards that ListShards may list: expired ones are not (KIN4.04). */
  listed(now: Micros): Shard[] {
    this.model.settle(now)
    return this.model.shards.filter(({ isExpired }) => !isExpired)
  }

  /** The sequence number of the record at a place of a shard, or of the end of a shard that is read to its end. */
  sequenceAt(shard: Shard, index: number): string {
    return sequenceNumber({ stream: this.serial, at: shard.storedAt.get(index), place: index + 1, shard: shard.number })
  }

  /** A sequence number of which nothing is left to read before `index`. */
  sequenceBefore(shard: Shard, index: number, at: Micros): string {
    return sequenceNumber({ stream: this.serial, at, place: index, shard: shard.number })
  }

  shardIds(numbers: readonly number[]): string[] {
    return numbers.map(shardIdOf)
  }
}
