import type { Micros } from '../../kernel/time.ts'
import type { OnDemandPlan } from '../../plan.ts'
import { ApiError } from '../apiError.ts'
import { arnOf } from '../arn.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import { CallRate } from './callRate.ts'
import type { StreamRef } from './kinesisApi.ts'
import type { KinesisLimits } from './kinesisLimits.ts'
import { inUse, limitExceeded, notFound, validation } from './refuse.ts'
import { SandboxStream } from './sandboxStream.ts'

/** What a new stream is made from. */
export type NewStream = {
  name: string
  shards: number
  recordBytes: number
  onDemand: OnDemandPlan | null
  spreadsEvenly: boolean
}

/** All streams of the one account, and what holds for all of them together. */
export class KinesisAccount {
  readonly sandbox: SandboxWorld
  readonly region: string
  readonly profile: string
  readonly limits: KinesisLimits
  private readonly streams = new Map<string, SandboxStream>()
  private readonly rates = new Map<string, CallRate>()
  private made = 0

  constructor(sandbox: SandboxWorld, region: string, profile: string, limits: KinesisLimits) {
    this.sandbox = sandbox
    this.region = region
    this.profile = profile
    this.limits = limits
  }

  get now(): Micros {
    return this.sandbox.now
  }

  create({ name, shards, recordBytes, onDemand, spreadsEvenly }: NewStream): SandboxStream {
    const { sandbox, limits } = this
    const arn = arnOf('kinesis', this.region, `stream/${name}`)
    const plan = {
      id: arn,
      shards,
      shardsAtMost: Infinity,
      turnable: { ...limits.turnable, recordBytesLimit: recordBytes },
      resharding: limits.resharding,
      onDemand,
      spreadsEvenly,
      recordsPerDot: 1,
    }
    const stream = new SandboxStream(sandbox, { serial: this.made++, name, arn }, plan, limits)
    this.streams.set(name, stream)
    return stream
  }

  find(name: string): SandboxStream | undefined {
    const stream = this.streams.get(name)
    if (stream?.isGone(this.now)) this.streams.delete(name)
    return this.streams.get(name)
  }

  all(): SandboxStream[] {
    return [...this.streams.keys()].flatMap((name) => this.find(name) ?? [])
  }

  /** A stream by its serial number, as sequence numbers and iterators name it. */
  bySerial(serial: number): SandboxStream | undefined {
    return this.all().find((stream) => stream.serial === serial)
  }

  /** The stream that a call means, in whatever state. @throws ResourceNotFoundException */
  stream({ StreamName, StreamARN }: StreamRef, factId: string): SandboxStream {
    if (StreamName === undefined && StreamARN === undefined)
      throw validation(factId, 'Either StreamName or StreamARN must be given.')
    const name = StreamName ?? String(StreamARN).split('/')[1] ?? ''
    const stream = this.find(name)
    if (stream === undefined || (StreamARN !== undefined && stream.arn !== StreamARN))
      throw notFound(factId, `Stream ${StreamARN ?? name} not found.`)
    return stream
  }

  /** A stream that can be written and read: AWS answers as if a stream in CREATING were not there. */
  ready(ref: StreamRef, factId: string): SandboxStream {
    const stream = this.stream(ref, factId)
    if (stream.status(this.now) === 'CREATING')
      throw notFound(factId, `Stream ${stream.name} not found: it is being created.`)
    return stream
  }

  /** A stream that can be changed. @throws ResourceInUseException */
  active(ref: StreamRef, factId: string): SandboxStream {
    const stream = this.stream(ref, factId)
    this.refuseUnlessActive(stream, factId)
    return stream
  }

  refuseUnlessActive(stream: SandboxStream, factId: string): void {
    const status = stream.status(this.now)
    if (status !== 'ACTIVE') throw inUse(factId, `Stream ${stream.name} is not ACTIVE, instead in state ${status}.`)
  }

  /** KIN4.07: open shards of all provisioned streams together. @throws LimitExceededException */
  refuseBeyondQuota(moreShards: number): void {
    const most = this.limits.accountShards
    const open = this.all().reduce((sum, { isOnDemand, model }) => sum + (isOnDemand ? 0 : model.openShards.length), 0)
    if (open + moreShards > most)
      throw limitExceeded(
        'KIN4.07',
        `${open} shards are open and ${moreShards} more would be, beyond the quota of ${most}.`,
      )
  }

  /** Counts a call of which only so many a second are allowed. @throws LimitExceededException */
  countCall(action: string, callsPerSecond: number, factId: string): void {
    if (callsPerSecond === 0) return
    const rate = this.rateOf(action, callsPerSecond)
    if (rate.take(this.now)) return
    const explanation = { bucket: rate.bucket(this.now), lastSecond: null }
    throw limitExceeded(factId, `Rate exceeded: ${action} may be called ${callsPerSecond} times a second.`, explanation)
  }

  /** The rate of one action on one thing. */
  rateOf(what: string, callsPerSecond: number): CallRate {
    const known = this.rates.get(what) ?? new CallRate(callsPerSecond, this.now)
    this.rates.set(what, known)
    return known
  }

  /** What a profile does not have answers so, whatever is asked of it. */
  absent(what: string, factId: string): ApiError {
    return new ApiError('InvalidArgumentException', factId, `Profile ${this.profile} has no ${what}.`)
  }
}
