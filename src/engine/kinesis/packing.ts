import { type Answer, STORED } from '../clients/store.ts'
import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import type { PackingPlan } from './packingPlan.ts'
import type { PushedTo } from './pushedTo.ts'
import type { Shard } from './shard.ts'
import { ANSWERED, ATTEMPTS, LOG_HASH, STORED_BYTES, STORED_PAINT } from './shardColumn.ts'
import { takeWrite } from './writeBuckets.ts'

/** Kinesis records that hold many user records (KIN6.06). */
export class Packing {
  private readonly plan: PackingPlan
  private readonly world: World
  private readonly limits: Float64Array
  private readonly sumEvery: number
  private readonly pushedTo: PushedTo

  /** `sumEvery`: a shard notes its bytes before each record of a multiple of this. */
  constructor(world: World, plan: PackingPlan, limits: Float64Array, sumEvery: number, pushedTo: PushedTo) {
    this.world = world
    this.plan = plan
    this.limits = limits
    this.sumEvery = sumEvery
    this.pushedTo = pushedTo
  }

  /** What a user record takes, of which data and key have so many bytes. */
  sizeOf(reference: number, bytes: number): number {
    const { producers, overheadBytes } = this.plan
    const producer = this.records.producerOf(reference)
    for (const { index, bytesMost } of producers)
      if (index === producer) return bytes + overheadBytes <= bytesMost ? bytes + overheadBytes : bytes
    return bytes
  }

  /** One Kinesis record: its user records are stored all together, one after another, or not at all; the limits count it once. */
  accept(shard: Shard, references: readonly number[], bytesOf: (reference: number) => number, now: Micros): Answer {
    const { c } = shard
    const count = references.length
    let bytes = 0
    for (const reference of references) bytes += bytesOf(reference)
    const answer = takeWrite(c, this.limits, bytes, now)
    c[ATTEMPTS]! += count
    c[ANSWERED + answer]! += count
    shard.packs!.add(shard.tip, count, answer === STORED)
    if (answer !== STORED) return answer
    for (const reference of references) this.keep(shard, reference, bytesOf(reference), now)
    if (!this.pushedTo.isEmpty) this.pushedTo.stored(shard.number, now)
    return answer
  }

  private keep(shard: Shard, reference: number, bytes: number, now: Micros): void {
    const { c, log, storedAt, byteSums } = shard
    if (log.length % this.sumEvery === 0) byteSums.push(c[STORED_BYTES]!)
    log.push(reference)
    storedAt.push(now)
    c[STORED_BYTES]! += bytes
    c[STORED_PAINT + this.world.keys.paint[this.records.keyOf(reference)]!]! += 1
    c[LOG_HASH] = mix(mix(c[LOG_HASH]!, now | 0), reference)
  }

  private get records(): Records {
    return this.world.records
  }
}
