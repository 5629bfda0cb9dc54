import { scene } from '../library/build.ts'
import type { Scenario } from '../scenario.ts'
import { withSet } from './withSet.ts'

/** A broken system is no scene of the library: it has no identity that a link could be a difference from. */
export function brokenScene(parts: Omit<Parameters<typeof scene>[0], 'id'>): Scenario {
  const { id: _, ...own } = scene({ id: '', ...parts })
  return own
}

/** The system of a scene of the library, broken: `set` as `node.field=value`, and what is said of it and done in it. */
export function brokenLike(
  { id: _, ...sound }: Scenario,
  { question, set, ...own }: { title: string; question: string; set: string[] } & Partial<Scenario>,
): Scenario {
  return withSet({ ...sound, ...own, brief: { question, watchFor: '', tryThis: [] } }, set)
}
