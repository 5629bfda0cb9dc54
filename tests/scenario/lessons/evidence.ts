import { createEngine, type Engine } from '../../../src/engine/index.ts'
import type { Evidence } from '../../../src/scenario/course/lesson.ts'
import { answerOf, momentsOf, type Prediction } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { gaugeIndex } from '../../../src/state/gaugeReader.ts'
import { compile } from '../../../src/worker/compile.ts'
import { layoutOf } from '../../../src/worker/layout.ts'
import { seriesOf } from '../../../src/worker/series.ts'

/** What the page would read at this moment of a run from its start; nothing is run before a number is asked for. */
export function evidenceAt(scenario: Scenario, seconds: number, of: Partial<Evidence> = {}): Evidence {
  let read: { before: Evidence['value']; now: Evidence['value']; engine: Engine } | null = null
  const played = () => {
    if (read !== null) return read
    const engine = createEngine(compile(scenario), scenario.seed)
    engine.run(Math.round(Math.max(0, seconds - 1) * 1e6), Infinity)
    const before = gaugesOf(scenario, engine)
    engine.run(Math.round(seconds * 1e6), Infinity)
    read = { before, now: gaugesOf(scenario, engine), engine }
    return read
  }
  return {
    scenario,
    nowMicros: Math.round(seconds * 1e6),
    value: (...gauge) => played().now(...gauge),
    rate: (...gauge) => played().now(...gauge) - played().before(...gauge),
    guessed: false,
    selectedId: null,
    ...of,
  }
}

function gaugesOf({ nodes }: Scenario, engine: Engine): Evidence['value'] {
  const layout = layoutOf(
    nodes.map(({ id }) => id),
    engine,
  )
  const values = new Float64Array(engine.gaugeCount)
  engine.settle()
  engine.readGauges(values)
  return (id, gauge, row) => {
    const at = gaugeIndex(
      layout.nodes.find((node) => node.id === id),
      gauge,
      row,
    )
    return at < 0 ? Number.NaN : (values[at] ?? Number.NaN)
  }
}

/** The answer that the page would give, by the same way. */
export function answerIn(scenario: Scenario, prediction: Prediction): { answer: number; prediction: Prediction } {
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(Math.round(Math.min(scenario.durationSeconds, prediction.atSeconds + 1) * 1e6), Infinity)
  const ids = scenario.nodes.map(({ id }) => id)
  const node = layoutOf(ids, engine).nodes.find(({ id }) => id === prediction.node)
  const gauge = gaugeIndex(node, prediction.gauge, prediction.row)
  return {
    answer:
      gauge < 0 ? Number.NaN : answerOf(prediction, seriesOf(engine, { gauges: [gauge], ...momentsOf(prediction) })),
    prediction,
  }
}
