import type { Scenario } from '../scenario.ts'
import { builtIn, keepBuiltIn } from './loaded.ts'

// The page starts with the door alone. Every other built-in scenario is a chunk of its own that loads when it is opened,
// and from then on `builtIn` knows it.

export { builtIn } from './loaded.ts'
export { oneShard as STARTER } from './oneShard.ts'

/** Null for an id that is not built in. Rejects when the scenario cannot be fetched. */
export async function loadBuiltIn(id: string): Promise<Scenario | null> {
  const known = builtIn(id)
  if (known !== null) return known
  const { CATALOGUE } = await import('./catalogue.ts')
  const scenario = await CATALOGUE.find((entry) => entry.id === id)?.load()
  if (scenario === undefined) return null
  keepBuiltIn(scenario)
  return scenario
}
