import { defaultNode } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'

/** Two producers, three shards, three readers: the dense scene of the design. */
export const benchScenario: Scenario = {
  version: 1,
  title: 'Drawing bench',
  brief: { question: '', watchFor: '', tryThis: [] },
  seed: 1,
  durationSeconds: 3600,
  nodes: [
    { ...defaultNode('producer', 'web', 14, 120), name: 'Web shop' } as Scenario['nodes'][number],
    { ...defaultNode('producer', 'app', 14, 340), name: 'Mobile app' } as Scenario['nodes'][number],
    { ...defaultNode('stream', 'clicks', 212, 20), name: 'Clicks', shards: 3 } as Scenario['nodes'][number],
    ...['Data science', 'Elasticsearch', 'Orders database'].map(
      (name, i) =>
        ({ ...defaultNode('application', `reader${i}`, 758, 60 + i * 180), name }) as Scenario['nodes'][number],
    ),
  ],
  links: [
    { from: 'web', to: 'clicks' },
    { from: 'app', to: 'clicks' },
    ...[0, 1, 2].map((i) => ({ from: 'clicks', to: `reader${i}` })),
  ],
  interventions: [],
}
