import { LATENCY_SUM, PROCESSED } from '../../src/engine/clients/shardTally.ts'
import { createEngine, type Engine, quantile } from '../../src/engine/index.ts'
import { READ_CALLS_TOTAL } from '../../src/engine/kinesis/shardColumn.ts'
import { parseScenario } from '../../src/scenario/index.ts'
import { compile } from '../../src/worker/compile.ts'
import { ofShards } from '../engine/shards.ts'
import type { Counts } from './model.ts'
import { modelScenario } from './modelScenario.ts'

/** The model as any scenario runs: compiled, then played by the general engine. Playing is what is measured. */
export function prepareEngine(): () => Counts {
  const parsed = parseScenario(modelScenario())
  if (!parsed.ok) throw new Error(parsed.message)
  const { scenario } = parsed
  const engine = createEngine(compile(scenario), scenario.seed)
  return () => {
    // Only what comes before the end counts, and `run` includes the moment it is given.
    engine.run(scenario.durationSeconds * 1e6 - 1, Number.POSITIVE_INFINITY)
    return countsOf(engine)
  }
}

function countsOf(engine: Engine): Counts {
  engine.settle()
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
  const links = engine.producers.flatMap((producer) => producer.links)
  const processors = engine.applications.flatMap(({ readers }) => readers.map(({ processor }) => processor))
  const records = sum(engine.producers.map((producer) => producer.arrivalsTotal))
  const deliveries = sum(processors.map(({ tally }) => tally.t[PROCESSED] ?? 0))
  return {
    records,
    // Calls take no time here, so every record has had its first attempt.
    retries: sum(links.map((link) => link.attemptsTotal)) - records,
    givenUp: sum(links.map((link) => link.givenUpTotal)),
    polls: sum(engine.streams.flatMap((stream) => ofShards(stream, READ_CALLS_TOTAL))),
    deliveries,
    meanLatencySeconds: sum(processors.map(({ tally }) => tally.t[LATENCY_SUM] ?? 0)) / deliveries / 1e6,
    maxLatencySeconds: Math.max(...engine.applications.map(({ histogram }) => quantile(histogram, 0, 1) ?? 0)) / 1e6,
  }
}
