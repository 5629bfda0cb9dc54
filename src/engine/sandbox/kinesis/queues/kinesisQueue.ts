import { max, min } from '../../../kernel/detMath.ts'
import { EventList } from '../../../kernel/eventList.ts'
import type { Micros } from '../../../kernel/time.ts'
import type { Shard } from '../../../kinesis/shard.ts'
import type { SandboxStream } from '../sandboxStream.ts'
import { Waiting } from './waiting.ts'

/** A record that a consumer has received and nobody has acknowledged. */
export type Delivery = {
  readonly slot: number
  readonly shard: number
  readonly index: number
  readonly firstReceivedAt: Micros
  receiveCount: number
  /** How many receipt handles were given out for it: the newest is valid. */
  handle: number
  /** KIN6.04: it was received so often without success that only its own calls return it. */
  isDead: boolean
  isAcknowledged: boolean
}

export type QueueSettings = {
  visibilityMicros: Micros
  /** Infinity: there are no dead letters. */
  maxReceiveCount: number
}

/**
 * A queue over a stream (KIN6.02): what it knows of a record is its delivery; the record itself stays in the stream and goes with
 * it. There is no order; here, what came back goes before what was never received, and the shards take turns.
 */
export class KinesisQueue {
  readonly name: string
  readonly arn: string
  readonly stream: SandboxStream
  readonly createdAt: Micros
  settings: QueueSettings
  /** First record of each shard that nobody has received. Shards that open later are read from their beginning. */
  private readonly next: number[]
  private readonly deliveries: Delivery[] = []
  /** Ends of the visibility timeouts, by slots: what is in flight. */
  private readonly hidden = new EventList(0)
  private readonly visible = new Waiting<Delivery>()
  private readonly dead = new Waiting<Delivery>()
  private readonly inFlightMost: number
  private turn = 0

  constructor(
    names: { name: string; arn: string },
    stream: SandboxStream,
    startOf: (shard: Shard) => number,
    settings: QueueSettings,
    inFlightMost: number,
    now: Micros,
  ) {
    this.name = names.name
    this.arn = names.arn
    this.stream = stream
    this.createdAt = now
    this.settings = settings
    this.inFlightMost = inFlightMost
    this.next = stream.model.shards.map(startOf)
  }

  /** Takes up to so many records, dead letters or others, and hides them (KIN6.03: never more in flight than the limit). */
  receive(count: number, isDead: boolean, visibilityMicros: Micros, now: Micros): Delivery[] {
    this.settle(now)
    const most = min(count, this.inFlightMost - this.hidden.length)
    const taken: Delivery[] = []
    while (taken.length < most) {
      const delivery = (isDead ? this.dead : this.visible).take() ?? (isDead ? undefined : this.takeFresh(now))
      if (delivery === undefined) break
      if (this.hasExpired(delivery, now)) continue
      delivery.receiveCount++
      delivery.handle++
      this.hidden.schedule(delivery.slot, now + visibilityMicros)
      taken.push(delivery)
    }
    return taken
  }

  /** What a receipt handle stands for, if it is the newest of its record and the record is still there. */
  find(slot: number, handle: number, now: Micros): Delivery | undefined {
    this.settle(now)
    const delivery = this.deliveries[slot]
    if (delivery?.handle !== handle || delivery.isAcknowledged || this.hasExpired(delivery, now)) return undefined
    return delivery
  }

  /** The queue will not return it again; in the stream it stays. */
  acknowledge(delivery: Delivery): void {
    delivery.isAcknowledged = true
    this.takeOut(delivery)
  }

  /** Its visibility timeout runs from now, also when it had run out. */
  hide(delivery: Delivery, visibilityMicros: Micros, now: Micros): void {
    this.takeOut(delivery)
    this.hidden.schedule(delivery.slot, now + visibilityMicros)
  }

  /** KIN6.04: it begins anew. */
  restore(delivery: Delivery): void {
    this.takeOut(delivery)
    delivery.isDead = false
    delivery.receiveCount = 0
    this.visible.add(delivery)
  }

  private takeOut(delivery: Delivery): void {
    this.hidden.cancel(delivery.slot)
    this.visible.remove(delivery)
    this.dead.remove(delivery)
  }

  /** What has been hidden long enough waits again, or is a dead letter from now on. */
  private settle(now: Micros): void {
    while (this.hidden.firstAt() <= now) {
      const delivery = this.deliveries[this.hidden.shift()]!
      if (delivery.receiveCount >= this.settings.maxReceiveCount) delivery.isDead = true
      ;(delivery.isDead ? this.dead : this.visible).add(delivery)
    }
  }

  /** KIN6.01, KIN6.04: everything goes with the stream's retention. */
  private hasExpired({ shard, index }: Delivery, now: Micros): boolean {
    return index < this.stream.model.trim(shard, now)
  }

  private takeFresh(now: Micros): Delivery | undefined {
    const { shards } = this.stream.model
    for (let tried = 0; tried < shards.length; tried++) {
      const { number: shard, tip } = shards[this.turn++ % shards.length]!
      const index = max(this.next[shard] ?? 0, this.stream.model.trim(shard, now))
      if (index >= tip) continue
      this.next[shard] = index + 1
      const slot = this.deliveries.length
      const fresh = { receiveCount: 0, handle: 0, isDead: false, isAcknowledged: false }
      this.deliveries.push({ slot, shard, index, firstReceivedAt: now, ...fresh })
      return this.deliveries[slot]
    }
    return undefined
  }
}
