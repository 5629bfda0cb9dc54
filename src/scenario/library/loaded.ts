import type { Scenario } from '../scenario.ts'
import { oneShard } from './oneShard.ts'

const loaded = new Map<string, Scenario>([['one-shard', oneShard]])

/** A built-in scenario that has been loaded, else null. The object is shared: edits make new ones. */
export function builtIn(id: string): Scenario | null {
  return loaded.get(id) ?? null
}

/** Makes a scenario of the library known without a wait. */
export function keepBuiltIn(scenario: Scenario): void {
  if (scenario.id !== undefined) loaded.set(scenario.id, scenario)
}
