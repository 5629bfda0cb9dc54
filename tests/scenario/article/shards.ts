import { runScenario } from '../../../src/cli/sim/runScenario.ts'
import { NODE_GAUGES, ROW_GAUGES } from '../../../src/engine/index.ts'
import { writeStream } from '../../../src/engine/metrics/gauges.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'

export type Shards = {
  stored: number[]
  refused: number[]
  /** Records a second that AWS's limit allows all of them. */
  nominal: number
}

/** What each shard of the first stream has stored and refused by a moment. */
export function shardsOf(scenario: Scenario, untilSeconds: number): Shards {
  const engine = runScenario(scenario, untilSeconds)
  const stream = engine.streams[0]!
  const count = stream.shards.length
  const out = new Float64Array(NODE_GAUGES.stream.length + count * ROW_GAUGES.stream.length)
  writeStream(stream, 0, engine.now, out, 0)
  const value = (shard: number, name: string) =>
    out[NODE_GAUGES.stream.length + shard * ROW_GAUGES.stream.length + ROW_GAUGES.stream.indexOf(name)]!
  const each = (of: (shard: number) => number) => Array.from({ length: count }, (_, shard) => of(shard))
  return {
    stored: each((shard) => value(shard, 'storedTotal')),
    refused: each((shard) => value(shard, 'refusedByRecordsTotal') + value(shard, 'refusedByBytesTotal')),
    nominal: count * 1000,
  }
}
