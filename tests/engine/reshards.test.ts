import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type Engine, INTERVENTION_ANSWERS, type Plan } from '../../src/engine/index.ts'
import type { Stream } from '../../src/engine/kinesis/stream.ts'
import { runs } from '../runs.ts'
import { plans } from './randomPlans.ts'

// Random runs in which shards split and merge: what must hold of keys, of parents and children, and of the shards themselves.

const NO_END = Number.POSITIVE_INFINITY
const HASH_KEYS = 2n ** 128n

/** AUTO distribution was never on. */
const followsKeys = (plan: Plan, s: number) =>
  !plan.streams[s]!.spreadsEvenly &&
  plan.interventions.every((step) => !(step.action === 'set' && step.field === 'spreadsEvenly' && step.node === s))

function isDescendant({ shards }: Stream, shard: number, ancestor: number): boolean {
  if (shard === ancestor) return true
  return shards[shard]!.parents.some((parent) => isDescendant({ shards } as Stream, parent, ancestor))
}

/** Everything in which the shards of a stream are not as they must be. */
function misplaced(engine: Engine, s: number): string[] {
  const stream = engine.streams[s]!
  const { records, keys } = engine.world
  const wrong: string[] = []
  const open = stream.openShards
  let next = 0n
  for (const { range } of open) {
    if (range.startHashKey !== next) wrong.push(`open shards leave out or overlap at ${next}`)
    next = range.endHashKey + 1n
  }
  if (next !== HASH_KEYS) wrong.push(`open shards end at ${next}`)
  const latest = new Map<number, { at: number; shard: number }>()
  const stored = stream.shards.flatMap(({ log, storedAt, number }) =>
    Array.from({ length: log.length }, (_, i) => ({
      key: records.keyOf(log.get(i)),
      at: storedAt.get(i),
      shard: number,
    })),
  )
  for (const { key, at, shard } of stored.sort((a, b) => a.at - b.at || a.shard - b.shard)) {
    const { range, openedAt, closedAt } = stream.shards[shard]!
    const hash = keys.hashKeyOf(key)
    if (at < openedAt || at > closedAt) wrong.push(`shard ${shard} took a record at ${at}, while it was not open`)
    if (!followsKeys(engine.plan, s)) continue
    if (hash < range.startHashKey || hash > range.endHashKey) wrong.push(`shard ${shard} took a key of another`)
    const before = latest.get(key)
    if (before !== undefined && !isDescendant(stream, shard, before.shard))
      wrong.push(`key ${key} went from shard ${before.shard} to ${shard} without a reshard`)
    latest.set(key, { at, shard })
  }
  return wrong
}

describe('shards that come and go', () => {
  test('KIN1.11 KIN4.01 KIN4.02 a key never changes its shard without a reshard, an explicit hash key or AUTO', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const engine = createEngine(plan, seed)
        engine.run(plan.durationMicros, NO_END)
        plan.streams.forEach((_, s) => {
          expect(misplaced(engine, s)).toEqual([])
        })
      }),
      { numRuns: runs(20) },
    )
  })

  test('KIN4.05 KCL.13 no child is handed to an application before its parents are worked to their ends', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (random, seed) => {
        // Nobody moves a reader, nothing fails or expires, and no work is begun twice: what is worked can be counted.
        const quiet = { failureShare: 0, poisonRecord: 0, checkpointWhen: 0 }
        const plan: Plan = {
          ...random,
          streams: random.streams.map((own) => ({
            ...own,
            turnable: { ...own.turnable, retentionMicros: 86_400_000_000 },
          })),
          applications: random.applications.map((own) => ({
            ...own,
            ...{ poisonKey: '', startAtMicros: 0, startPosition: -1 },
            turnable: { ...own.turnable, ...quiet },
          })),
          interventions: random.interventions.filter(
            ({ kind, ...step }) =>
              kind !== 'application' && !(kind === 'stream' && 'field' in step && step.field === 'retentionMicros'),
          ),
        }
        const engine = createEngine(plan, seed)
        const worked = new Map<string, Set<number>>()
        const early: string[] = []
        engine.watch({
          note: (step, reference, node, row) => {
            const application = plan.applications.findIndex(({ id }) => id === node)
            if (application < 0) return
            const name = `${node} ${row}`
            if (step === 'worked') worked.set(name, (worked.get(name) ?? new Set()).add(reference))
            if (step !== 'received') return
            const { shards } = engine.applications[application]!.stream
            for (const parent of shards[row]!.parents)
              if ((worked.get(`${node} ${parent}`)?.size ?? 0) < shards[parent]!.tip)
                early.push(`${name} before ${parent}`)
          },
        })
        engine.run(plan.durationMicros, NO_END)
        expect(early).toEqual([])
      }),
      { numRuns: runs(30) },
    )
  })

  test('the random runs reach what these properties speak of', () => {
    const seen: Record<string, number> = { splits: 0, merges: 0, closed: 0, onDemand: 0, 'children read': 0 }
    const add = (name: string, value = 1) => {
      seen[name] = (seen[name] ?? 0) + value
    }
    for (const plan of fc.sample(plans, { numRuns: runs(60), seed: 3 })) {
      const engine = createEngine(plan, 1)
      engine.run(plan.durationMicros, NO_END)
      engine.settle()
      for (const { shards, onDemand } of engine.streams) {
        for (const { parents, isOpen } of shards) {
          if (parents.length === 1) add('splits')
          if (parents.length === 2) add('merges')
          if (!isOpen) add('closed')
        }
        if (onDemand?.isOn) add('onDemand')
      }
      for (const { stream, readers } of engine.applications)
        for (const { number, parents } of stream.shards)
          if (parents.length > 0 && readers[number]!.deliveries > 0) add('children read')
      plan.interventions.forEach((step, i) => {
        if (step.kind === 'stream') add(INTERVENTION_ANSWERS[engine.answers[i]!]!)
      })
    }
    const expected = ['splits', 'merges', 'closed', 'onDemand', 'children read', 'done', 'noSuchShard']
    expect(expected.filter((name) => (seen[name] ?? 0) < 3)).toEqual([])
  })
})
