import { createStreams, nextExponentialMicros, nextUnit } from './draws.ts'
import { type Counts, LATENCY_BINS, MODEL, POLLERS } from './model.ts'
import { Shard } from './shard.ts'

/** A record on its way into a shard. */
export type PendingRecord = { createdMicros: number; bytes: number; key: number; attempt: number }

/**
 * Everything of the model but its events: what the library peers share, so that they differ from
 * each other and from the loop in their event machinery alone. Draws come in the same order as the
 * loop's from the same streams.
 */
export class PeerWorld {
  readonly shards = Array.from({ length: MODEL.shards }, () => new Shard())
  private readonly streams = createStreams(2 * MODEL.producers + POLLERS, MODEL.seed)
  private readonly histogram = new Int32Array(MODEL.applications.length * LATENCY_BINS)
  private readonly shardOfKey: Uint8Array
  private records = 0
  private retries = 0
  private givenUp = 0
  private polls = 0
  private deliveries = 0
  private latencySum = 0
  private latencyMax = 0

  constructor(shardOfKey: Uint8Array) {
    this.shardOfKey = shardOfKey
  }

  drawGapMicros(producer: number): number {
    return nextExponentialMicros(this.streams, producer, MODEL.meanGapMicros)
  }

  drawRecord(producer: number, createdMicros: number): PendingRecord {
    const { streams } = this
    const key =
      nextUnit(streams, producer) < MODEL.hotShare ? 0 : Math.floor(nextUnit(streams, producer) * MODEL.keyCount)
    const bytes = MODEL.sizeMin + Math.floor(nextUnit(streams, producer) * MODEL.sizeSpan)
    return { createdMicros, bytes, key, attempt: 0 }
  }

  /** One attempt: 0 when it is over (stored, or given up), else the time until the next attempt. */
  write(now: number, producer: number, record: PendingRecord): number {
    if (record.attempt === 0) this.records++
    else this.retries++
    const shard = this.shards[this.shardOfKey[record.key]!]!
    if (shard.write(now, record.createdMicros, record.bytes, record.key)) return 0
    if (record.attempt === MODEL.retriesMax) {
      this.givenUp++
      return 0
    }
    const spread = 0.5 + 0.5 * nextUnit(this.streams, MODEL.producers + producer)
    return Math.floor(MODEL.backoffMicros * 2 ** record.attempt++ * spread + 0.5)
  }

  read(now: number, shard: number, from: number): number {
    this.polls++
    return this.shards[shard]!.read(now, from)
  }

  drawServiceMicros(application: number, shard: number): number {
    const stream = 2 * MODEL.producers + application * MODEL.shards + shard
    return nextExponentialMicros(this.streams, stream, MODEL.applications[application]!.meanServiceMicros)
  }

  complete(now: number, application: number, shard: number, row: number): void {
    const latency = now - this.shards[shard]!.created[row]!
    const bin = application * LATENCY_BINS + Math.min(Math.floor(latency / 1000), LATENCY_BINS - 1)
    this.histogram[bin] = this.histogram[bin]! + 1
    this.latencySum += latency
    if (latency > this.latencyMax) this.latencyMax = latency
    this.deliveries++
  }

  counts(): Counts {
    return {
      records: this.records,
      retries: this.retries,
      givenUp: this.givenUp,
      polls: this.polls,
      deliveries: this.deliveries,
      meanLatencySeconds: this.latencySum / this.deliveries / 1e6,
      maxLatencySeconds: this.latencyMax / 1e6,
    }
  }
}
