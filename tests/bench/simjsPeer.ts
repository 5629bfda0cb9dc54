import type { SimGlobal } from 'simjs'
import { type Counts, firstPollMicros, MODEL } from './model.ts'
import { PeerWorld, type PendingRecord } from './peerWorld.ts'

/** simjs knows browsers only: it is handed a `window` to put itself on. */
async function loadSimjs(): Promise<SimGlobal> {
  const window: { Sim?: SimGlobal } = {}
  Object.assign(globalThis, { window })
  await import('simjs')
  Reflect.deleteProperty(globalThis, 'window')
  if (window.Sim === undefined) throw new Error('simjs did not put Sim on the window')
  return window.Sim
}

/** The model for simjs: entities that set timers. */
export async function prepareSimjs(): Promise<(shardOfKey: Uint8Array) => Counts> {
  const { Sim, Entity } = await loadSimjs()

  return (shardOfKey) => {
    const world = new PeerWorld(shardOfKey)

    class Producer extends Entity {
      producer = 0
      start(producer: number) {
        this.producer = producer
        this.draw()
      }
      draw() {
        const gap = world.drawGapMicros(this.producer)
        const record = world.drawRecord(this.producer, this.time() + gap)
        this.setTimer(gap).done(this.arrive, this, [record])
      }
      arrive(record: PendingRecord) {
        this.attempt(record)
        this.draw()
      }
      attempt(record: PendingRecord) {
        const wait = world.write(this.time(), this.producer, record)
        if (wait > 0) this.setTimer(wait).done(this.attempt, this, [record])
      }
    }

    class Poller extends Entity {
      application = 0
      shard = 0
      row = 0
      batchEnd = 0
      pollAgainAt = 0
      start(application: number, shard: number) {
        this.application = application
        this.shard = shard
        this.setTimer(firstPollMicros(application, shard)).done(this.poll)
      }
      poll() {
        this.pollAgainAt = this.time() + MODEL.applications[this.application]!.pollIntervalMicros
        this.batchEnd = world.read(this.time(), this.shard, this.row)
        this.workOn()
      }
      workOn() {
        if (this.row < this.batchEnd) {
          this.setTimer(world.drawServiceMicros(this.application, this.shard)).done(this.complete)
        } else {
          this.setTimer(Math.max(0, this.pollAgainAt - this.time())).done(this.poll)
        }
      }
      complete() {
        world.complete(this.time(), this.application, this.shard, this.row++)
        this.workOn()
      }
    }

    const sim = new Sim()
    for (let producer = 0; producer < MODEL.producers; producer++)
      sim.addEntity(Producer, `producer ${producer}`, producer)
    for (let application = 0; application < MODEL.applications.length; application++) {
      for (let shard = 0; shard < MODEL.shards; shard++) {
        sim.addEntity(Poller, `poller ${application} ${shard}`, application, shard)
      }
    }
    // The end belongs to the run there, here it does not.
    sim.simulate(MODEL.durationMicros - 1)
    return world.counts()
  }
}
