import { describe, expect, test } from 'vitest'
import { createEngine, NODE_GAUGES, type NodePlan } from '../../src/engine/index.ts'
import { plan, producer } from '../engine/testPlan.ts'

const GIB = 1_073_741_824

function monolith(turnable: Partial<NodePlan['turnable']> = {}): NodePlan {
  return {
    id: 'monolith',
    kind: 'monolith',
    recordsPerDot: 1,
    turnable: {
      heapBytes: 2 * GIB,
      overhead: 1,
      serviceMicros: 1e6 / 3000,
      serviceSpread: 0,
      pauseFromShare: 0.8,
      pauseMicros: 0,
      pauseEveryMicros: 1_000_000,
      restartMicros: 30_000_000,
      ...turnable,
    },
  }
}

function run(node: NodePlan, ratePerSecond: number, recordBytes: number, seconds: number) {
  const engine = createEngine(
    plan({
      durationMicros: 2e9,
      binMicros: 1e8,
      producers: [producer({ turnable: { ratePerSecond, recordBytes, attemptsMax: 1 } })],
      nodes: [node],
      links: [{ producer: 0, toStream: -1, toQueue: -1, toNode: 0 }],
    }),
    1,
  )
  const out = new Float64Array(engine.gaugeCount)
  const read = (until: number) => {
    engine.run(until * 1e6, Number.POSITIVE_INFINITY)
    engine.nodes[0]!.writeGauges(engine.now, out, 0)
    return Object.fromEntries(NODE_GAUGES.monolith.map((name, i) => [name, out[i]!]))
  }
  return { engine, read, end: () => read(seconds) }
}

describe('a monolith with its buffer in memory', () => {
  // 2,000 events of 1 KiB a second more than it works: 2 GiB last 1,048.6 s. The work takes a whole number of microseconds.
  test('W49 5,000 events/s in, 3,000 out, 2 GiB: out of memory after 1,048.6 s, all buffered events lost', () => {
    const { read } = run(monolith({ serviceMicros: 1_000_000 / 3000 }), 5000, 1024, 1100)
    const before = read(1047)
    expect(before).toMatchObject({ deathsTotal: 0, lostTotal: 0 })
    const after = read(1050)
    expect(after).toMatchObject({ deathsTotal: 1, heapBytes: 0, down: 1, buffered: 0 })
    expect(after['lostTotal']! / 2_097_152).toBeCloseTo(1, 3)
    expect(after['storedTotal']).toBe(after['processedTotal']! + after['lostTotal']!)
  })

  test('W49 with a threefold overhead of objects, at a tenth of everything: after 349.5 s', () => {
    const { read } = run(
      monolith({ heapBytes: (2 * GIB) / 10, serviceMicros: 1_000_000 / 300, overhead: 3 }),
      500,
      1024,
      400,
    )
    expect(read(349)['deathsTotal']).toBe(0)
    expect(read(350)['deathsTotal']).toBe(1)
  })

  test('A1 the collector stops the program first, and so makes the end come sooner', () => {
    // A hundredth of everything: the moments are the same, and the run is quick.
    const small = { heapBytes: (2 * GIB) / 100, serviceMicros: 1_000_000 / 30 }
    const paused = run(monolith({ ...small, pauseMicros: 500_000 }), 50, 1024, 1100)
    expect(paused.read(1040)['deathsTotal']).toBe(1)
    expect(paused.read(1040)['pausedMicrosTotal']).toBeGreaterThan(0)
  })

  test('it comes back empty after its restart, and what was offered meanwhile was refused', () => {
    const { read } = run(monolith({ heapBytes: 100 * 1024, restartMicros: 1_000_000 }), 5000, 1024, 2)
    const end = read(2)
    expect(end['deathsTotal']).toBeGreaterThan(0)
    expect(end['refusedTotal']).toBeGreaterThan(0)
    expect(end['attemptsTotal']).toBe(end['storedTotal']! + end['refusedTotal']!)
    expect(end['storedTotal']).toBe(end['processedTotal']! + end['lostTotal']! + end['buffered']!)
  })

  test('a run that was taken back to a moment goes on bit for bit as it did', () => {
    const { engine } = run(
      monolith({ heapBytes: 3 * 1024 * 1024, pauseMicros: 20_000, serviceSpread: 1 }),
      5000,
      1024,
      20,
    )
    engine.run(7e6, Number.POSITIVE_INFINITY)
    const snapshot = engine.snapshot()
    engine.run(20e6, Number.POSITIVE_INFINITY)
    const digest = engine.digest()
    engine.restore(snapshot)
    engine.run(20e6, Number.POSITIVE_INFINITY)
    expect(engine.digest()).toBe(digest)
  })
})
