import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, NODE_GAUGES, type NodePlan, type Plan } from '../../src/engine/index.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'

type ArchivePlan = Extract<NodePlan, { kind: 'archive' }>

const NO_END = Number.POSITIVE_INFINITY

function archive(turnable: Partial<ArchivePlan['turnable']> = {}): ArchivePlan {
  return {
    ...{ id: 'archive', kind: 'archive', recordsPerDot: 1, queues: [0] },
    turnable: { retentionMicros: 86_400e6, replayPerSecond: 100, ...turnable },
  }
}

/** A producer writes 10 records/s to a queue and to the archive for 20 s; workers delete all of it. */
function scene(node: ArchivePlan, parts: Partial<Plan> = {}): Engine {
  return createEngine(
    plan({
      durationMicros: 600e6,
      binMicros: 600e6,
      producers: [producer({ turnable: { ratePerSecond: 10 } })],
      queues: [queue()],
      pools: [pool({ workers: 2, turnable: { serviceMicros: 10_000 } })],
      nodes: [node],
      links: [
        { producer: 0, toStream: -1, toQueue: 0 },
        { producer: 0, toStream: -1, toQueue: -1, toNode: 0 },
      ],
      interventions: [{ at: 20e6, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 }],
      ...parts,
    }),
    1,
  )
}

function look(engine: Engine, seconds: number): Record<string, number> {
  engine.run(seconds * 1e6, NO_END)
  const out = new Float64Array(engine.gaugeCount)
  engine.nodes[0]!.writeGauges(engine.now, out, 0)
  return Object.fromEntries(NODE_GAUGES.archive.map((name, i) => [name, out[i]!]))
}

describe('an archive beside a queue', () => {
  test('SQS.17 what the queue has deleted is sent again, as new messages, at the pace of the replay', () => {
    const engine = scene(archive())
    const before = look(engine, 30)
    expect(before).toMatchObject({ storedTotal: 200, kept: 200, toReplay: 0, replayedTotal: 0 })
    expect(engine.queues[0]!.c[Queue.DELETED]).toBe(200)
    engine.nodes[0]!.act('replay', -1, engine.now)
    // The first at once, then one each 10 ms.
    expect(look(engine, 30.99)).toMatchObject({ replayedTotal: 100, toReplay: 100 })
    const end = look(engine, 60)
    expect(end).toMatchObject({ replayedTotal: 200, toReplay: 0, replaysTotal: 1 })
    expect(engine.queues[0]!.c[Queue.STORED]).toBe(400)
    expect(engine.queues[0]!.c[Queue.DELETED]).toBe(400)
    expect(engine.pools[0]!.processedTotal).toBe(400)
  })

  test('a replay from some seconds back sends only what came since', () => {
    const engine = scene(archive())
    look(engine, 30)
    engine.nodes[0]!.act('replay', 15_000_000, engine.now)
    // From 15 s on: 50 records, the one of 15 s itself among them, none after 20 s.
    expect(look(engine, 60)).toMatchObject({ replayedTotal: 51 })
    engine.nodes[0]!.act('replay', -2, engine.now)
    expect(look(engine, 90)).toMatchObject({ replayedTotal: 51, replaysTotal: 2 })
  })

  test('what is older than its retention is not sent again', () => {
    const engine = scene(archive({ retentionMicros: 12e6 }))
    expect(look(engine, 30)['kept']).toBeLessThan(25)
    engine.nodes[0]!.act('replay', -1, engine.now)
    expect(look(engine, 40)['replayedTotal']).toBeLessThan(25)
  })

  test('its pace may be turned during a replay', () => {
    const engine = scene(archive())
    look(engine, 30)
    engine.nodes[0]!.act('replay', -1, engine.now)
    look(engine, 30.5)
    engine.nodes[0]!.set('replayPerSecond', 1, engine.now)
    expect(look(engine, 40.5)['replayedTotal']).toBeLessThan(64)
    engine.nodes[0]!.set('replayPerSecond', 0, engine.now)
    const stopped = look(engine, 41)
    expect(look(engine, 100)).toEqual(stopped)
  })

  test('a run that was taken back to a moment goes on bit for bit as it did', () => {
    const engine = scene(archive({ replayPerSecond: 7 }))
    look(engine, 15)
    engine.nodes[0]!.act('replay', -1, engine.now)
    look(engine, 18)
    const snapshot = engine.snapshot()
    look(engine, 100)
    const digest = engine.digest()
    engine.restore(snapshot)
    look(engine, 100)
    expect(engine.digest()).toBe(digest)
  })
})
