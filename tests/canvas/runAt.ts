import { createEngine } from '../../src/engine/index.ts'
import { addIntervention } from '../../src/scenario/index.ts'
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts'
import type { NodeAction } from '../../src/state/actions.ts'
import { gaugeIndex } from '../../src/state/gaugeReader.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'

/** The run of a scene at a moment, and a look at one of its gauges. */
export function at(scenario: Scenario, micros: number) {
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(micros, Infinity)
  const values = new Float64Array(engine.gaugeCount)
  engine.readGauges(values)
  const { nodes } = layoutOf(
    scenario.nodes.map(({ id }) => id),
    engine,
  )
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const value = (id: string, name: string, row: number) => values[gaugeIndex(byId.get(id), name, row)] ?? Number.NaN
  return { engine, value }
}

/** How far an application is in each shard of its stream. */
export function caretsOf(scenario: Scenario, micros: number, node: string): number[] {
  const { engine, value } = at(scenario, micros)
  const stream = engine.plan.applications.find(({ id }) => id === node)?.stream ?? 0
  return engine.streams[stream]?.shards.map((_, shard) => value(node, 'caretIndex', shard)) ?? []
}

/** The engine's own count of what an application reads again, and never reads, that is set to another place when it is at `before`. */
export function movedBy(
  scenario: Scenario,
  micros: number,
  node: string,
  before: readonly number[],
  action: NodeAction,
) {
  const after = caretsOf(addIntervention(scenario, { ...action, at: micros, node } as Intervention), micros, node)
  const moved = before.map((caret, shard) => caret - (after[shard] ?? caret))
  const sum = (sign: 1 | -1) => moved.reduce((all, by) => all + Math.max(0, sign * by), 0)
  return { again: sum(1), skipped: sum(-1) }
}
