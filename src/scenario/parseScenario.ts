import { sorted } from './bookmarks.ts'
import { compact } from './compact.ts'
import { type DropList, dropList } from './dropList.ts'
import { parseBrief } from './parseBrief.ts'
import { parseInterventions } from './parseInterventions.ts'
import { parseLinks } from './parseLinks.ts'
import { parseNodes } from './parseNodes.ts'
import { isRecord, ScenarioRefusal } from './refusal.ts'
import type { Scenario } from './scenario.ts'
import { envelope, KNOWN } from './schema.ts'
import { passesBound, schemaMessage } from './schemaMessage.ts'
import { upgrade } from './upgraders.ts'
import { type Where, whereOf, wherePart } from './where.ts'

export type ParsedScenario =
  | { ok: true; scenario: Scenario /** What was left out, one line each. */; dropped: string[] }
  | { ok: false; kind: 'damaged' | 'newer' | 'hostile'; message: string }

/**
 * The only way from anything outside (link, file, storage, message) to a `Scenario`. Never throws.
 * Unknown properties, dangling links and steps without meaning are left out and listed; a value out of its range is refused
 * with node, field and range, because a run with another value would not be the run that was meant.
 */
export function parseScenario(input: unknown): ParsedScenario {
  try {
    if (!isRecord(input)) throw new ScenarioRefusal('damaged', 'This is not a Shardscope scenario.')
    const upgraded = upgrade(input)
    if (!upgraded.ok) return upgraded
    const drops = dropList()
    return { ok: true, scenario: readDocument(upgraded.document, drops), dropped: drops.entries }
  } catch (error) {
    if (error instanceof ScenarioRefusal) return { ok: false, kind: error.kind, message: error.message }
    // Getters and proxies of a caller may throw anything; a document from JSON cannot come here.
    return { ok: false, kind: 'damaged', message: 'This scenario cannot be read.' }
  }
}

function readDocument(document: Record<string, unknown>, drops: DropList): Scenario {
  const shape = envelope.safeParse(document)
  if (!shape.success)
    throw new ScenarioRefusal(passesBound(shape.error) ? 'hostile' : 'damaged', schemaMessage(shape.error, 'Scenario'))
  drops.unknownKeys(document, KNOWN.envelope, 'Scenario')
  if (isRecord(document['brief'])) drops.unknownKeys(document['brief'], KNOWN.brief, 'Brief')
  const { version, id, title, seed, durationSeconds } = shape.data
  const where = wherePart(compact<Partial<Where>>({ profile: shape.data.profile, region: shape.data.region }))
  const nodes = parseNodes(shape.data.nodes, whereOf(where), drops)
  const scenario: Scenario = {
    version,
    title,
    ...where,
    brief: parseBrief(shape.data.brief, nodes, drops),
    seed,
    durationSeconds,
    nodes,
    links: [],
    interventions: [],
  }
  if (id !== undefined) scenario.id = id
  scenario.links = parseLinks(shape.data.links, scenario, drops)
  scenario.interventions = parseInterventions(shape.data.interventions, nodes, drops)
  const { bookmarks = [] } = shape.data
  if (bookmarks.length > 0) scenario.bookmarks = sorted(bookmarks)
  const { against } = shape.data
  const there = against?.nodes.filter(([own]) => nodes.some((node) => node.id === own)) ?? []
  if (against !== undefined && there.length > 0) scenario.against = { title: against.title, nodes: there }
  return scenario
}
