import jssim from 'js-simulator'
import { type Counts, firstPollMicros, MODEL } from './model.ts'
import { PeerWorld, type PendingRecord } from './peerWorld.ts'

/** The model for js-simulator: agents that are events and schedule themselves again. */
export function runJsSimulator(shardOfKey: Uint8Array): Counts {
  const scheduler = new jssim.Scheduler()
  const world = new PeerWorld(shardOfKey)

  const scheduleAt = (event: Parameters<typeof scheduler.schedule>[0], time: number) => {
    if (time < MODEL.durationMicros) scheduler.schedule(event, time)
  }

  const attempt = (now: number, producer: number, record: PendingRecord) => {
    const wait = world.write(now, producer, record)
    if (wait > 0) scheduleAt(new Retry(producer, record), now + wait)
  }

  class Retry extends jssim.SimEvent {
    readonly producer: number
    readonly record: PendingRecord
    constructor(producer: number, record: PendingRecord) {
      super(1)
      this.producer = producer
      this.record = record
    }
    update() {
      attempt(this.time, this.producer, this.record)
    }
  }

  class Producer extends jssim.SimEvent {
    readonly producer: number
    next: PendingRecord
    constructor(producer: number) {
      super(1)
      this.producer = producer
      this.next = this.draw(0)
    }
    draw(now: number): PendingRecord {
      const at = now + world.drawGapMicros(this.producer)
      this.next = world.drawRecord(this.producer, at)
      scheduleAt(this, at)
      return this.next
    }
    update() {
      const record = this.next
      attempt(this.time, this.producer, record)
      this.draw(this.time)
    }
  }

  class Poller extends jssim.SimEvent {
    readonly application: number
    readonly shard: number
    row = 0
    batchEnd = 0
    pollAgainAt = 0
    constructor(application: number, shard: number) {
      super(1)
      this.application = application
      this.shard = shard
      scheduleAt(this, firstPollMicros(application, shard))
    }
    update() {
      const now = this.time
      if (this.row < this.batchEnd) {
        world.complete(now, this.application, this.shard, this.row++)
      } else {
        this.pollAgainAt = now + MODEL.applications[this.application]!.pollIntervalMicros
        this.batchEnd = world.read(now, this.shard, this.row)
      }
      if (this.row < this.batchEnd) scheduleAt(this, now + world.drawServiceMicros(this.application, this.shard))
      else scheduleAt(this, Math.max(now, this.pollAgainAt))
    }
  }

  for (let producer = 0; producer < MODEL.producers; producer++) new Producer(producer)
  for (let application = 0; application < MODEL.applications.length; application++) {
    for (let shard = 0; shard < MODEL.shards; shard++) new Poller(application, shard)
  }
  while (scheduler.hasEvents()) scheduler.update()
  return world.counts()
}
