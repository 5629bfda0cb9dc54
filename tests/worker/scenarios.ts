import { defaultNode } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'

/** A producer into a stream and a queue with their readers: some 400 records a second of chance. */
export const busy: Scenario = {
  version: 1,
  title: 'Busy',
  brief: { question: '', watchFor: '', tryThis: [] },
  seed: 5,
  durationSeconds: 60,
  nodes: [
    {
      ...defaultNode('producer', 'producer', 0, 0),
      rate: 400,
      spacing: 'exponential',
      keyCount: 30,
      jitter: 'full',
      batchRecords: 5,
      lingerMs: 10,
    },
    { ...defaultNode('stream', 'stream', 0, 0), shards: 2, writeRecordsPerSecond: 150 },
    { ...defaultNode('queue', 'queue', 0, 0), visibilityTimeoutSeconds: 2 },
    { ...defaultNode('application', 'reader', 0, 0), serviceMs: 3, serviceSpread: 'exponential' },
    { ...defaultNode('pool', 'workers', 0, 0), workers: 4, serviceMs: 8, serviceSpread: 'erlang', failureShare: 0.1 },
  ],
  links: [
    { from: 'producer', to: 'stream' },
    { from: 'producer', to: 'queue' },
    { from: 'stream', to: 'reader' },
    { from: 'queue', to: 'workers' },
  ],
  interventions: [
    { at: 20_000_000, node: 'workers', action: 'crash', worker: 1 },
    { at: 30_000_000, node: 'reader', action: 'goTo', to: 'TRIM_HORIZON' },
  ],
}

/** One record a second, taken at once and worked for 250 ms: every event can be told by hand. */
export const slow: Scenario = {
  ...busy,
  title: 'Slow',
  durationSeconds: 10,
  nodes: [
    { ...defaultNode('producer', 'producer', 0, 0), rate: 1, callLatencyMs: 0, batchRecords: 1 },
    defaultNode('queue', 'queue', 0, 0),
    { ...defaultNode('pool', 'workers', 0, 0), workers: 1, serviceMs: 250, callLatencyMs: 0 },
  ],
  links: [
    { from: 'producer', to: 'queue' },
    { from: 'queue', to: 'workers' },
  ],
  interventions: [],
}
