import type { Scenario } from './scenario.ts'

/** A page on which nothing stands yet. */
export const emptyScenario = (): Scenario => ({
  version: 1,
  title: 'Untitled',
  brief: { question: '', watchFor: '', tryThis: [] },
  seed: 1,
  durationSeconds: 600,
  nodes: [],
  links: [],
  interventions: [],
})
