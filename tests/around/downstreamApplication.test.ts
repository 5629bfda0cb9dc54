import { describe, expect, test } from 'vitest'
import { PROCESSED, SKIPPED } from '../../src/engine/clients/shardTally.ts'
import { createEngine, type Engine, NODE_GAUGES, type NodePlan, type Plan } from '../../src/engine/index.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'
import { downstream } from './testDownstream.ts'

const NO_END = Number.POSITIVE_INFINITY

/** 10 records/s for 20 s to one shard, read by one application that calls the system. */
function scene(system: NodePlan, parts: Parameters<typeof application>[0] = {}, more: Partial<Plan> = {}): Engine {
  return createEngine(
    plan({
      durationMicros: 300e6,
      binMicros: 300e6,
      producers: [producer({ turnable: { ratePerSecond: 10 } })],
      streams: [stream()],
      applications: [application({ downstream: 0, ...parts })],
      nodes: [system],
      interventions: [{ at: 20e6, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 }],
      ...more,
    }),
    2,
  )
}

function runTo(engine: Engine, seconds: number) {
  engine.run(seconds * 1e6, NO_END)
  const out = new Float64Array(engine.gaugeCount)
  engine.nodes[0]!.writeGauges(engine.now, out, 0)
  const system = Object.fromEntries(NODE_GAUGES.downstream.map((name, i) => [name, out[i]!]))
  const { processor } = engine.applications[0]!.readers[0]!
  const { t } = processor.tally
  return { system, processed: t[PROCESSED]!, skipped: t[SKIPPED]!, caret: processor.caret, processor }
}

describe('an application that calls a system for each record', () => {
  test('works at the pace of work and call together, and catches up when it can', () => {
    // 0.05 s of its own and 0.05 s of the system: exactly 10 a second.
    const engine = scene(downstream(), { turnable: { serviceMicros: 50_000 } })
    const at11 = runTo(engine, 11)
    expect(at11.system['callsTotal']).toBe(100)
    expect(at11.processed).toBe(100)
    const end = runTo(engine, 60)
    expect(end.processed).toBe(end.system['answeredTotal'])
    expect(end.caret).toBe(engine.streams[0]!.shards[0]!.tip)
  })

  test('KCL.08 its prefetch fills while the system is slow, and polling goes on as soon as a batch is done', () => {
    const engine = scene(downstream({ serviceMicros: 500_000 }), { prefetchBatches: 1 })
    const at20 = runTo(engine, 20)
    expect(at20.processor.batchCount).toBe(2)
    expect(at20.processed).toBeGreaterThan(30)
    const end = runTo(engine, 200)
    expect(end.processed).toBe(engine.streams[0]!.shards[0]!.tip)
  })

  test('an outage stops it where it stands; nothing is lost', () => {
    const engine = scene(downstream({ serviceMicros: 1000 }))
    runTo(engine, 5.5)
    engine.nodes[0]!.act('crash', 0, engine.now)
    const down = runTo(engine, 15)
    expect(down.system['refusedTotal']).toBeGreaterThan(1000)
    expect(down.processed).toBeLessThan(60)
    engine.nodes[0]!.act('start', 0, engine.now)
    expect(runTo(engine, 60).processed).toBe(engine.streams[0]!.shards[0]!.tip)
  })

  test('KCL.12 a failed call leaves the rest of the batch out when the application skips', () => {
    const engine = scene(downstream({ failureShare: 0.05, serviceMicros: 1000 }), { turnable: { onFailure: 1 } })
    const end = runTo(engine, 100)
    expect(end.skipped).toBeGreaterThan(0)
    expect(end.processed + end.skipped).toBe(engine.streams[0]!.shards[0]!.tip)
  })

  test('one call for each batch, before its records', () => {
    const engine = scene(downstream({ serviceMicros: 200_000 }, { isPerBatch: true }))
    const end = runTo(engine, 100)
    expect(end.processed).toBe(engine.streams[0]!.shards[0]!.tip)
    // It polls once a second for 20 s and some time more.
    expect(end.system['callsTotal']).toBeGreaterThan(18)
    expect(end.system['callsTotal']).toBeLessThan(24)
  })

  test('KCL.10 a worker that dies leaves its call behind; the record is worked again by the next', () => {
    const engine = scene(downstream({ serviceMicros: 90_000 }), { workers: 2, turnable: { failoverMicros: 3_000_000 } })
    runTo(engine, 10.01)
    engine.applications[0]!.crash(0, engine.now)
    const end = runTo(engine, 100)
    expect(end.caret).toBe(engine.streams[0]!.shards[0]!.tip)
    expect(end.system['answeredTotal']).toBeGreaterThan(end.caret)
  })

  test('a pause holds the answer that comes meanwhile', () => {
    const engine = scene(downstream({ serviceMicros: 80_000 }))
    runTo(engine, 5.03)
    engine.applications[0]!.pause(0, engine.now)
    const { processed } = runTo(engine, 5.03)
    expect(runTo(engine, 9).processed).toBe(processed)
    engine.applications[0]!.resume(0, engine.now)
    expect(runTo(engine, 100).processed).toBe(engine.streams[0]!.shards[0]!.tip)
  })

  test('a closed shard is worked to its end, and then its children are', () => {
    const engine = scene(downstream({ serviceMicros: 60_000 }), {}, { streams: [stream({ shardsAtMost: 3 })] })
    runTo(engine, 8)
    engine.streams[0]!.splitShard(0, 2n ** 127n, engine.now)
    const end = runTo(engine, 200)
    expect(engine.streams[0]!.shards).toHaveLength(3)
    let processed = 0
    for (const { processor } of engine.applications[0]!.readers) processed += processor.tally.t[PROCESSED]!
    expect(processed).toBe(engine.world.records.countOf(0))
    expect(end.system['failedTotal']).toBe(0)
  })

  test('a run that was taken back to a moment goes on bit for bit as it did', () => {
    const system = downstream({ serviceMicros: 70_000, serviceSpread: 1, failureShare: 0.1, capacity: 2 })
    const engine = scene(system, { turnable: { serviceSpread: 1, serviceMicros: 20_000 } })
    runTo(engine, 9.5)
    const snapshot = engine.snapshot()
    runTo(engine, 60)
    const digest = engine.digest()
    engine.restore(snapshot)
    runTo(engine, 60)
    expect(engine.digest()).toBe(digest)
  })
})
