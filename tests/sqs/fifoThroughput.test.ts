import { describe, expect, test } from 'vitest'
import type { FifoActionName } from '../../src/engine/sqs/fifoPartitions.ts'
import type { FifoQueue } from '../../src/engine/sqs/fifoQueue.ts'
import { expectFifo, FifoWorld } from './fifoBench.ts'

const HIGH = { deduplicationScope: 1, throughputLimit: 1 }

/** How many of `calls` evenly spaced calls in the second from `fromSeconds` on are taken, each about the groups that `groupsOf` says. */
function takenInSecond(
  world: FifoWorld,
  queue: FifoQueue,
  action: FifoActionName,
  fromSeconds: number,
  calls: number,
  groupsOf: (call: number) => string[],
): number {
  let taken = 0
  for (let call = 0; call < calls; call++) {
    const now = Math.round((fromSeconds + call / calls) * 1e6)
    world.box.advanceTo(now)
    const keys = groupsOf(call).map((group) => world.box.world.keys.add(group))
    if (queue.admits(action, keys, now)) taken++
  }
  return taken
}

const nothing = (): string[] => []
const oneOf = (groups: number) => (call: number) => [`group ${call % groups}`]

describe('FIFO.01: 300 calls a second and action', () => {
  test('W35 400 single sends a second, saturated: 300 are accepted and 100 refused each second', () => {
    const world = new FifoWorld()
    const queue = world.queue()
    const perSecond = [0, 1, 2, 3, 4, 5, 6, 7].map((second) =>
      takenInSecond(world, queue, 'send', second, 400, oneOf(50)),
    )
    // The first three seconds use up what was saved: a second's calls.
    expect(perSecond).toEqual([400, 400, 399, 300, 300, 300, 300, 300])
  })

  test('W35 batched by ten, 40 calls a second are all accepted: 400 messages', () => {
    const world = new FifoWorld()
    const queue = world.queue()
    const batch = () => Array.from({ length: 10 }, (_, i) => `group ${i}`)
    for (let second = 0; second < 10; second++) expect(takenInSecond(world, queue, 'send', second, 40, batch)).toBe(40)
  })

  test('FIFO.01 each action has a quota of its own', () => {
    const world = new FifoWorld()
    const queue = world.queue()
    for (const action of ['send', 'receive', 'delete', 'changeVisibility'] as const) {
      const taken = Array.from({ length: 301 }, () => queue.admits(action, [], 0)).filter(Boolean).length
      expect([action, taken]).toEqual([action, 300])
    }
  })

  test('FIFO.02 a call over the quota is refused even if messages are there; the next one fits as soon as it is refilled', () => {
    expectFifo(
      { turnable: { callsPerSecond: 2 } },
      `
      0         send A1 A2 A3    A1 A2 throttled
      0         receive c        A1
      0         receive d        nothing
      0         receive d        throttled
      0         delete c A1      done
      0         delete c A1      no effect
      0         delete c A1      throttled
      0.499999  receive d        throttled
      0.5       receive d        A2
      0.5       batch A3 B1 B2   A3 B1 B2
      0.5       batch A4 B3      throttled
      0.5       look             3 visible, 1 in flight
      `,
    )
  })

  test('FIFO.03 both settings make high throughput, any other combination is the normal mode', () => {
    const taken = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([deduplicationScope, throughputLimit]) => {
      const world = new FifoWorld()
      const queue = world.queue({
        turnable: { deduplicationScope: deduplicationScope!, throughputLimit: throughputLimit! },
      })
      return Array.from({ length: 400 }, (_, i) =>
        queue.admits('send', [world.box.world.keys.add(`group ${i}`)], 0),
      ).filter(Boolean).length
    })
    expect(taken).toEqual([300, 300, 300, 400])
  })
})

describe('FIFO.05: partitions', () => {
  test('FIFO.06 one group lives in one partition: 300 calls a second', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: HIGH })
    const perSecond = [0, 1, 2].map((second) => takenInSecond(world, queue, 'send', second, 900, () => ['A']))
    expect(perSecond).toEqual([599, 300, 300])
    expect(queue.throughput.partitions.length).toBe(1)
  })

  test('FIFO.04 partitions are added while calls need them, up to the quota of the Region', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: { ...HIGH, highThroughputCallsPerSecond: 2400 } })
    const perSecond = [0, 1, 2, 3].map((second) => takenInSecond(world, queue, 'send', second, 6000, oneOf(500)))
    expect(queue.throughput.partitions.length).toBeGreaterThanOrEqual(8)
    expect(queue.throughput.partitions.length).toBeLessThanOrEqual(16)
    expect(perSecond).toEqual([4799, 2400, 2400, 2400])
  })

  test('FIFO.04 us-east-1: 1,000 groups with 60 calls a second each are all taken', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: HIGH })
    expect(takenInSecond(world, queue, 'send', 0, 60_000, oneOf(1000))).toBe(60_000)
    expect(takenInSecond(world, queue, 'send', 1, 60_000, oneOf(1000))).toBe(60_000)
  })

  test('FIFO.04 the quota of the Region holds for all partitions together', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: { ...HIGH, highThroughputCallsPerSecond: 500 } })
    const taken = Array.from({ length: 5000 }, (_, i) =>
      queue.admits('send', [world.box.world.keys.add(`group ${i}`)], 0),
    ).filter(Boolean).length
    expect(taken).toBe(500)
    expect(queue.admits('receive', [], 0)).toBe(true)
  })

  test('FIFO.05 a batch that spans k partitions counts k times', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: { ...HIGH, highThroughputCallsPerSecond: 1200 } })
    takenInSecond(world, queue, 'send', 0, 5000, oneOf(500))
    expect(queue.throughput.partitions.length).toBeGreaterThanOrEqual(4)
    const all = Array.from({ length: 10 }, (_, i) => `group ${i}`)
    const together = takenInSecond(world, queue, 'send', 2, 3000, () => all)
    const alone = takenInSecond(world, queue, 'send', 4, 3000, (call) => all.slice(call % 10, (call % 10) + 1))
    expect(together).toBeLessThan(700)
    expect(alone).toBeGreaterThan(2 * together)
  })

  test('FIFO.04 FIFO.05 a batch over more partitions than the quota of the Region has calls is told so, with the calls that it needs', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: { ...HIGH, callsPerSecond: 1, highThroughputCallsPerSecond: 3 } })
    const groups = Array.from({ length: 20 }, (_, i) => world.box.world.keys.add(`group ${i}`))
    for (let second = 0; second < 20; second++)
      for (let call = 0; call < 3; call++) queue.admits('send', [groups[(3 * second + call) % 20]!], second * 1e6)
    const needed = queue.throughput.partitions.length
    expect(needed).toBeGreaterThan(3)
    expect(queue.admits('send', groups, 30e6)).toBe(false)
    expect(queue.throughput.refusedBy('send', groups[0]!, 30e6)).toEqual({
      factId: 'FIFO.04',
      bucket: { capacity: 3, left: 3, needed, unit: 'calls' },
    })
  })

  test('FIFO.04 a refused receive that would find nothing is told so too: it asks no partition', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: { ...HIGH, highThroughputCallsPerSecond: 1 } })
    expect([queue.admits('receive', [], 0), queue.admits('receive', [], 0)]).toEqual([true, false])
    expect(queue.throughput.refusedBy('receive', -1, 0)).toEqual({
      factId: 'FIFO.04',
      bucket: { capacity: 1, left: 0, needed: 1, unit: 'calls' },
    })
  })

  test('FIFO.05 a receive counts for each partition that it takes messages from', () => {
    const world = new FifoWorld()
    const queue = world.queue({ turnable: { ...HIGH, callsPerSecond: 2, highThroughputCallsPerSecond: 8 } })
    const out = new Int32Array(10)
    for (let i = 0; i < 40; i++) {
      const { reference, key } = world.record(`group ${i}`)
      queue.admits('send', [key], 0)
      queue.send({ reference, group: key, deduplication: i, delayMicros: -1 }, 0)
    }
    expect(queue.throughput.partitions.length).toBeGreaterThanOrEqual(4)
    const received: number[] = []
    while (queue.admits('receive', [], 0)) received.push(queue.receive(10, out, 0))
    expect(received[0]).toBe(10)
    expect(received.length).toBeLessThan(8)
    expect(takenInSecond(world, queue, 'receive', 1, 100, nothing)).toBeLessThanOrEqual(16)
  })
})
