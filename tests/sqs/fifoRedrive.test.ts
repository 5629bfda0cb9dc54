import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { defaultNode } from '../../src/scenario/index.ts'
import { interventionRefusal } from '../../src/scenario/interventionRules.ts'
import type { FifoQueueNode, Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { queueOf } from './fifoNode.ts'

const SECOND = 1_000_000

/** Work fails from 0:10 to 0:20; at 0:40 the dead letters of the FIFO queue are moved back. */
function scene(dead: Partial<FifoQueueNode> = {}): Scenario {
  return {
    ...{ version: 1, title: 'Redrive', seed: 3, durationSeconds: 90 },
    brief: { question: '', watchFor: '', tryThis: [] },
    nodes: [
      { ...defaultNode('producer', 'shop', 0, 0), rate: 6, keyCount: 3 },
      { ...defaultNode('fifoQueue', 'orders', 300, 0), maxReceiveCount: 1, visibilityTimeoutSeconds: 1 },
      { ...defaultNode('fifoQueue', 'dead', 300, 200), ...dead },
      { ...defaultNode('pool', 'workers', 600, 0), workers: 4, serviceMs: 50 },
    ],
    links: [
      { from: 'shop', to: 'orders' },
      { from: 'orders', to: 'workers' },
      { from: 'orders', to: 'dead' },
    ],
    interventions: [
      { at: 10 * SECOND, node: 'workers', action: 'set', field: 'failureShare', value: 1 },
      { at: 20 * SECOND, node: 'workers', action: 'set', field: 'failureShare', value: 0 },
      { at: 40 * SECOND, node: 'dead', action: 'redrive' },
    ],
  }
}

function at(engine: Engine, seconds: number): { dead: number; orders: number; processed: number } {
  engine.run(seconds * SECOND, Number.POSITIVE_INFINITY)
  const [orders, dead] = [queueOf(engine.nodes), queueOf(engine.nodes, 1)]
  return { dead: dead.visible, orders: orders.visible + orders.inFlight, processed: engine.pools[0]!.c[1]! }
}

describe('StartMessageMoveTask of a FIFO dead-letter queue in a scene', () => {
  test('SQS.16 FIFO.21 the dead letters go back to the queue that gave them up, and are worked', () => {
    const engine = createEngine(compile(scene()), 3)
    const before = at(engine, 39.9)
    expect(before.dead).toBeGreaterThan(10)
    const after = at(engine, 90)
    expect(after).toMatchObject({ dead: 0, orders: 0 })
    const made = engine.producers[0]!.arrivalsTotal
    expect(engine.producers[0]!.links[0]!.storedTotal).toBeGreaterThanOrEqual(made - 1)
    expect(after.processed).toBeGreaterThanOrEqual(made - 1)
  })

  test('SQS.16 at a velocity of 2 a second it takes half a second for each', () => {
    const engine = createEngine(compile(scene({ redrivePerSecond: 2 })), 3)
    const before = at(engine, 39.9).dead
    expect(at(engine, 42.1).dead).toBe(before - 5)
  })

  test('SQS.16 FIFO.07 what comes back of a group comes back in its order', () => {
    const engine = createEngine(compile(scene()), 3)
    engine.run(39.9 * SECOND, Number.POSITIVE_INFINITY)
    const { records, keys } = engine.world
    const dead = queueOf(engine.nodes, 1)
    const letters: number[] = []
    dead.eachMessage((message) => letters.push(dead.recordOf(message)))
    const worked: number[] = []
    engine.watch({
      note: (step, reference) => step === 'worked' && letters.includes(reference) && worked.push(reference),
    })
    engine.run(90 * SECOND, Number.POSITIVE_INFINITY)
    expect(worked.toSorted((a, b) => a - b)).toEqual(letters.toSorted((a, b) => a - b))
    for (let key = 0; key < keys.names.length; key++) {
      const own = worked.filter((reference) => records.keyOf(reference) === key)
      expect(own).toEqual(letters.filter((reference) => records.keyOf(reference) === key))
    }
  })

  test('SQS.16 a FIFO queue that takes no dead letters has nothing to move back', () => {
    const { links, ...rest } = scene()
    const document = { ...rest, links: links.slice(0, 2) }
    const step = document.interventions.at(-1)!
    expect(interventionRefusal(step, document.nodes[2])).toBeNull()
    const engine = createEngine(compile(document), 3)
    expect(at(engine, 90).dead).toBe(0)
  })
})
