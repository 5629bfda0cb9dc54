import { defaultNode } from '../../../src/scenario/index.ts'
import type { NodeKind, Scenario, ScenarioNode } from '../../../src/scenario/scenario.ts'
import { everyKind } from '../../scenario/fixtures/everyKind.ts'

const empty = {
  ...{ version: 1 as const, title: 'Drawing bench', seed: 1, durationSeconds: 3600, interventions: [] },
  brief: { question: '', watchFor: '', tryThis: [] },
}
const placed = (kind: NodeKind, id: string, x: number, y: number, own: object = {}): ScenarioNode =>
  ({ ...defaultNode(kind, id, x, y), ...own }) as ScenarioNode

/** Two producers, three shards, three readers: the dense scene of the design. */
function dense(): Scenario {
  return {
    ...empty,
    nodes: [
      placed('producer', 'web', 14, 120, { name: 'Web shop' }),
      placed('producer', 'app', 14, 340, { name: 'Mobile app' }),
      placed('stream', 'clicks', 212, 20, { name: 'Clicks', shards: 3 }),
      ...['Data science', 'Elasticsearch', 'Orders database'].map((name, i) =>
        placed('application', `reader${i}`, 758, 60 + i * 180, { name }),
      ),
    ],
    links: [
      { from: 'web', to: 'clicks' },
      { from: 'app', to: 'clicks' },
      ...[0, 1, 2].map((i) => ({ from: 'clicks', to: `reader${i}` })),
    ],
  }
}

/** A second stream: the budget is for three tapes. */
const ASIDE = ['desk', 'ledger', 'clerks']

/** A node of every kind around a stream of three tapes. */
function every(): Scenario {
  const { nodes, links } = everyKind()
  return {
    ...{ ...empty, links: links.filter(({ from, to }) => !ASIDE.includes(from) && !ASIDE.includes(to)) },
    nodes: nodes
      .filter(({ id }) => !ASIDE.includes(id))
      .map((node) => (node.kind === 'stream' ? { ...node, shards: 3, writeRecordsPerSecond: 1000 } : node)),
  }
}

const ROWS = 10
const SHARDS_EACH = 20

/** Forty nodes: ten streams of twenty shards, each with a producer and two readers. */
function shards(): Scenario {
  const rows = Array.from({ length: ROWS }, (_, i) => i)
  return {
    ...empty,
    nodes: rows.flatMap((i) => [
      placed('producer', `producer${i}`, 14, i * 1500 + 400),
      placed('stream', `stream${i}`, 212, i * 1500, { shards: SHARDS_EACH }),
      placed('application', `first${i}`, 758, i * 1500 + 200),
      placed('application', `second${i}`, 758, i * 1500 + 600),
    ]),
    links: rows.flatMap((i) => [
      { from: `producer${i}`, to: `stream${i}` },
      { from: `stream${i}`, to: `first${i}` },
      { from: `stream${i}`, to: `second${i}` },
    ]),
  }
}

export const BENCH_SCENES = { dense, every, shards } as const
export type BenchScene = keyof typeof BENCH_SCENES
