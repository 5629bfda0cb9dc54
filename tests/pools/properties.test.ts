import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, type LifeStep, type Plan, type PlanIntervention } from '../../src/engine/index.ts'
import { downstream } from '../around/testDownstream.ts'
import { unbalanced } from '../engine/ledger.ts'
import { SECOND } from '../engine/play.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'
import { runs } from '../runs.ts'
import { fifoNode } from '../sqs/fifoNode.ts'

// Random pools on a standard or a FIFO queue, with a system downstream, in which workers die, stand still and go on.

const NO_END = Number.POSITIVE_INFINITY
const LENGTH = 12 * SECOND

const turnable = fc.record({
  messagesPerCall: fc.constantFrom(1, 4, 10),
  waitMicros: fc.constantFrom(0, 20 * SECOND),
  idleMicros: fc.constantFrom(1000, 200_000),
  callLatencyMicros: fc.constantFrom(0, 15_000),
  serviceMicros: fc.constantFrom(2000, 60_000, 700_000),
  serviceSpread: fc.nat(3),
  failureShare: fc.constantFrom(0, 0.2),
  deleteWhen: fc.nat(1),
  heartbeatMicros: fc.constantFrom(0, 300_000),
  isIdempotent: fc.nat(1),
  poisonRecord: fc.constantFrom(0, 2),
})
const one = fc.record({
  workers: fc.integer({ min: 1, max: 3 }),
  worksInParallel: fc.boolean(),
  poisonKey: fc.constantFrom('', 'b'),
  calls: fc.boolean(),
  turnable,
})
const at = fc.integer({ min: 0, max: LENGTH })
const onWorker = fc
  .record({ at, node: fc.nat(1), worker: fc.nat(2), action: fc.constantFrom('crash', 'start', 'pause', 'resume') })
  .map((own): PlanIntervention => ({ ...own, kind: 'pool', action: own.action as 'crash' }))
const slowDown = fc
  .record({ at, node: fc.nat(1), field: fc.constantFrom('serviceMicros', 'heartbeatMicros'), value: fc.nat(SECOND) })
  .map((own): PlanIntervention => ({ ...own, kind: 'pool', action: 'set' }))

const scene = fc.record({
  seed: fc.nat(),
  isFifo: fc.boolean(),
  visibilityTimeoutMicros: fc.constantFrom(200_000, 2 * SECOND, 30 * SECOND),
  retentionMicros: fc.constantFrom(4 * SECOND, 1e12),
  rate: fc.constantFrom(3, 15),
  isPerBatch: fc.boolean(),
  pools: fc.tuple(one, one),
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: onWorker }, slowDown), { maxLength: 12 }),
  outages: fc.array(at, { maxLength: 2 }),
})
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never

function planOf(drawn: Scene): Plan {
  const { isFifo, visibilityTimeoutMicros, retentionMicros } = drawn
  const limits = { turnable: { visibilityTimeoutMicros, retentionMicros } }
  const system = isFifo ? 1 : 0
  const pools = drawn.pools.map(({ calls, ...own }, p) =>
    pool({ ...own, id: `pool ${p}`, firstWorker: 3 * p, ...(calls && { downstream: system }) }),
  )
  const outages = drawn.outages.map(
    (moment, i): PlanIntervention => ({
      ...{ at: moment, kind: 'downstream', node: system, worker: 0 },
      action: i === 0 ? 'crash' : 'start',
    }),
  )
  return plan({
    durationMicros: LENGTH,
    binMicros: SECOND,
    producers: [
      producer({
        spacing: 1,
        keys: { kind: 'list', keys: ['a', 'b', 'c', 'd'] },
        turnable: { ratePerSecond: drawn.rate },
      }),
    ],
    queues: isFifo ? [] : [queue(limits)],
    links: [isFifo ? { producer: 0, toStream: -1, toQueue: -1, toNode: 0 } : { producer: 0, toStream: -1, toQueue: 0 }],
    pools,
    nodes: [
      ...(isFifo ? [fifoNode(limits)] : []),
      downstream({ capacity: 2, waitingLimit: 3 }, { isPerBatch: drawn.isPerBatch }),
    ],
    interventions: [...drawn.steps, ...outages].sort((a, b) => a.at - b.at),
  })
}

/** What the work has done, counted by hand from what an onlooker hears. */
class ByHand {
  readonly effects = new Map<string, number>()
  readonly twice = new Map<string, number>()
  private readonly known = new Set<number>()
  private readonly engine: Engine

  constructor(engine: Engine) {
    this.engine = engine
    engine.watch(this)
  }

  note(step: LifeStep, reference: number, node: string): void {
    if (step !== 'worked') return
    const { isIdempotent } = this.engine.pools.find(({ plan: { id } }) => id === node)!.settings
    const isAgain = this.known.has(reference)
    this.known.add(reference)
    if (isAgain && isIdempotent === 1) return
    this.effects.set(node, (this.effects.get(node) ?? 0) + 1)
    if (isAgain) this.twice.set(node, (this.twice.get(node) ?? 0) + 1)
  }
}

describe('any pools on one queue', () => {
  test('SQS.02 FIFO.15 side effects are what a count by hand says, and the accounts balance', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const engine = createEngine(planOf(drawn), drawn.seed)
        const byHand = new ByHand(engine)
        for (let quarter = 1; quarter <= 4; quarter++) {
          engine.run((quarter * LENGTH) / 4, NO_END)
          expect(unbalanced(engine)).toEqual([])
        }
        for (const own of engine.pools) {
          expect(own.sideEffectsTotal).toBe(byHand.effects.get(own.plan.id) ?? 0)
          expect(own.duplicateEffectsTotal).toBe(byHand.twice.get(own.plan.id) ?? 0)
        }
      }),
      { numRuns: runs(25) },
    )
  })

  test('a snapshot anywhere goes on bit for bit', () => {
    fc.assert(
      fc.property(scene, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, share) => {
        const engine = createEngine(planOf(drawn), drawn.seed)
        engine.run(share * LENGTH, NO_END)
        const snapshot = engine.snapshot()
        engine.run(LENGTH, NO_END)
        const end = engine.digest()
        engine.restore(snapshot)
        engine.run(LENGTH, NO_END)
        expect(engine.digest()).toBe(end)
      }),
      { numRuns: runs(25) },
    )
  })
})
