import { listedKeys } from './recordSize.ts'
import type { Link, Scenario } from './scenario.ts'

/** A link with its filter, or without one: a list without keys lets everything through. */
export function withKeys({ from, to }: Link, keys: string): Link {
  return listedKeys(keys).length === 0 ? { from, to } : { from, to, keys }
}

/** Which keys a link lets through; none = all. */
export function keysOfLink({ keys }: Pick<Link, 'keys'>): string[] {
  return keys === undefined ? [] : listedKeys(keys)
}

/** The edit: the same object when nothing changes. */
export function setLinkKeys(scenario: Scenario, fromId: string, toId: string, keys: string): Scenario {
  const index = scenario.links.findIndex((link) => link.from === fromId && link.to === toId)
  const link = scenario.links[index]
  if (link === undefined) return scenario
  const changed = withKeys(link, keys)
  return changed.keys === link.keys ? scenario : { ...scenario, links: scenario.links.with(index, changed) }
}
