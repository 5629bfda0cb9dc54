import type { DropList } from './dropList.ts'
import { withKeys } from './linkKeys.ts'
import { ScenarioRefusal } from './refusal.ts'
import type { Link, Scenario } from './scenario.ts'
import { link } from './schema.ts'
import { schemaMessage } from './schemaMessage.ts'
import { wiringRefusal } from './wiring.ts'

/** Links that can be, in their order; the others are listed with the reason. */
export function parseLinks(raw: readonly unknown[], scenario: Scenario, drops: DropList): Link[] {
  const links: Link[] = []
  for (const [index, item] of raw.entries()) {
    const read = link.safeParse(item)
    if (!read.success) throw new ScenarioRefusal('damaged', schemaMessage(read.error, `Link ${index + 1}`))
    const { from, to, keys } = read.data
    const refusal = wiringRefusal({ ...scenario, links }, from, to)
    const kind = scenario.nodes.find((node) => node.id === from)?.kind
    const filters = kind === 'topic' || kind === 'producer'
    if (keys !== undefined && !filters)
      drops.add(`Link from ${from} to ${to}: only links from topics and producers have keys.`)
    if (refusal === null) links.push(withKeys({ from, to }, filters ? (keys ?? '') : ''))
    else drops.add(`Link from ${from} to ${to}: ${refusal}`)
  }
  return links
}
