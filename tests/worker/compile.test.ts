import { describe, expect, it } from 'vitest'
import { fieldsOf, NODE_KINDS } from '../../src/scenario/index.ts'
import type { Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { OTHER_RULES } from '../../src/worker/compile/otherRules.ts'
import { PLAIN_RULES, turned } from '../../src/worker/compile/turnable.ts'
import { CompileError, compile } from '../../src/worker/compile.ts'
import { busy } from './scenarios.ts'

const change = (id: string, fields: object): Scenario => ({
  ...busy,
  nodes: busy.nodes.map((node) => (node.id === id ? ({ ...node, ...fields } as ScenarioNode) : node)),
})

describe('compile', () => {
  it('names become indices', () => {
    const plan = compile(busy)
    expect(plan.links).toEqual([
      { producer: 0, toStream: 0, toQueue: -1 },
      { producer: 0, toStream: -1, toQueue: 0 },
    ])
    expect(plan.applications[0]).toMatchObject({ id: 'reader', stream: 0 })
    expect(plan.pools[0]).toMatchObject({ id: 'workers', queue: 0, workers: 4, firstWorker: 0 })
    expect(plan.interventions).toEqual([
      { at: 20_000_000, step: 0, kind: 'pool', node: 0, action: 'crash', worker: 1 },
      { at: 30_000_000, step: 1, kind: 'application', node: 0, action: 'goTo', to: -1 },
    ])
  })

  it("a person's units become the engine's", () => {
    const plan = compile({
      ...change('producer', {
        lingerMs: 12.5,
        backoffBaseMs: 40,
        whenFull: 'dropNewest',
        jitter: 'half',
        spacing: 'erlang',
      }),
      durationSeconds: 90,
    })
    expect(plan.durationMicros).toBe(90_000_000)
    expect(plan.producers[0]).toMatchObject({
      spacing: 3,
      turnable: { lingerMicros: 12_500, backoffBaseMicros: 40_000, whenFull: 2, jitter: 1 },
    })
    expect(plan.streams[0]!.turnable).toMatchObject({
      retentionMicros: 86_400_000_000,
      writeRecordsPerSecond: 150,
      getPenaltyMicros: 5_000_000,
    })
    expect(plan.queues[0]!.turnable).toMatchObject({
      visibilityTimeoutMicros: 2_000_000,
      retentionMicros: 345_600_000_000,
    })
    expect(plan.pools[0]!.turnable).toMatchObject({ serviceMicros: 8000, serviceSpread: 3, deleteWhen: 0 })
  })

  it('every field that can be turned during a run has its place in the engine', () => {
    for (const kind of NODE_KINDS) {
      // The run knows nothing of notes.
      if (kind === 'note') continue
      for (const field of fieldsOf(kind)) {
        const change = turned({ ...PLAIN_RULES, ...OTHER_RULES }[kind], field.name, field.default)
        const canTurn = !field.structural && field.layout !== true
        expect([field.name, change !== null]).toEqual([field.name, canTurn])
        if (change) expect(Number.isFinite(change.value) && change.value >= 0, field.name).toBe(true)
      }
    }
  })

  it('a field that is a name of every object cannot be turned', () => {
    expect(turned(PLAIN_RULES.producer, 'constructor', 1)).toBeNull()
    expect(turned(PLAIN_RULES.producer, '__proto__', 1)).toBeNull()
  })

  it('readers without a store are left out; interventions on them too', () => {
    const plan = compile({ ...busy, links: busy.links.filter(({ to }) => to !== 'reader' && to !== 'workers') })
    expect([plan.applications.length, plan.pools.length, plan.interventions.length]).toEqual([0, 0, 0])
  })

  it('two pools of one queue number their workers one after the other', () => {
    const more: Scenario = {
      ...busy,
      nodes: [...busy.nodes, { ...busy.nodes[4]!, id: 'more', workers: 3 } as ScenarioNode],
      links: [...busy.links, { from: 'queue', to: 'more' }],
    }
    expect(compile(more).pools.map(({ firstWorker, workers }) => [firstWorker, workers])).toEqual([
      [0, 4],
      [4, 3],
    ])
  })

  it('history has at most 600 bins, whatever the duration', () => {
    for (const durationSeconds of [1, 59, 60, 61, 3600, 86_400, 604_800]) {
      const { binMicros, durationMicros } = compile({ ...change('producer', { rate: 0 }), durationSeconds })
      expect(durationMicros / binMicros).toBeLessThanOrEqual(600)
    }
  })
})

describe('a run larger than memory', () => {
  const refusal = (scenario: Scenario) => {
    try {
      compile(scenario)
    } catch (error) {
      if (error instanceof CompileError) return error.message
      throw error
    }
    return null
  }

  it('is refused with rate, duration and bound, 30 million records', () => {
    // Two links: each new record is logged twice.
    const fits: Scenario = { ...change('producer', { rate: 15_000 }), durationSeconds: 1000 }
    expect(refusal(fits)).toBeNull()
    const message = refusal({ ...fits, durationSeconds: 1001 })
    expect(message).toContain('30,030,000')
    expect(message).toContain('15,000')
    expect(message).toContain('1,001')
    expect(message).toContain('30,000,000')
  })

  it('counts profile and turns of the rate', () => {
    const spike = {
      ...change('producer', {
        rate: 1000,
        profile: 'spike',
        peakFactor: 20,
        profileStartSeconds: 0,
        profileEndSeconds: 3600,
      }),
      durationSeconds: 3600,
    }
    expect(refusal(spike)).not.toBeNull()
    expect(refusal({ ...spike, nodes: change('producer', { rate: 1000 }).nodes })).toBeNull()
    const turn: Scenario = {
      ...change('producer', { rate: 1 }),
      durationSeconds: 1000,
      interventions: [{ at: 0, node: 'producer', action: 'set', field: 'rate', value: 100_000 }],
    }
    expect(refusal(turn)).not.toBeNull()
  })
})
