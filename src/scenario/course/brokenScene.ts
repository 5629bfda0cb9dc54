import { scene } from '../library/build.ts'
import type { Scenario } from '../scenario.ts'

/** A broken system is no scene of the library: it has no identity that a link could be a difference from. */
export function brokenScene(parts: Omit<Parameters<typeof scene>[0], 'id'>): Scenario {
  const { id: _, ...own } = scene({ id: '', ...parts })
  return own
}
