import { BOUNDS } from '../bounds.ts'
import { defaultNode } from '../defaults.ts'
import { tooManyRecords } from '../estimate.ts'
import { onGrid } from '../nodeEdits.ts'
import type { Link, Scenario, ScenarioNode } from '../scenario.ts'
import { freeId, removeNodes } from '../structureEdits.ts'
import { whereOf } from '../where.ts'
import { kindRefusal } from '../wiring.ts'
import { producersIn } from './arrivals.ts'
import { bottomOf, GAP, tops } from './room.ts'

// Two designs become one document: one run, one clock, one link, one step to undo.

/** same: what this scene's producers make goes through both; own: the other brings its own producers. */
export type Traffic = 'same' | 'own'

const NOTE_HEIGHT = 56

/** Letters of a heading's line. */
const LINE = 22

/** Why these two cannot stand side by side; null when they can. */
export function sideBySideRefusal(here: Scenario, there: Scenario, traffic: Traffic): string | null {
  if (here.against !== undefined || there.against !== undefined) return 'Two designs stand side by side already.'
  if (here.nodes.length === 0 || there.nodes.length === 0) return 'Nothing stands there yet.'
  if (traffic === 'same') {
    if (producersIn(here).length === 0) return 'No producer of this scene sends anything.'
    if (feeds(here, there).length === 0) return 'Nothing in the other scene takes what a producer sends.'
  }
  const both = joined(here, there, '', traffic, bottomOf(here))
  if (
    both.nodes.length > BOUNDS.nodes ||
    both.links.length > BOUNDS.links ||
    both.interventions.length > BOUNDS.interventions
  )
    return `Together they are too large: a scene holds ${BOUNDS.nodes} nodes, ${BOUNDS.links} links and ${BOUNDS.interventions} steps.`
  return tooManyRecords(both)
}

/**
 * The scene with another one below it, on its clock and with its seed. Nodes of the other keep their names, fields and steps, and draw
 * the chance that they had there. `bottom`: where this scene ends, for whoever knows how large it is drawn. The same object when
 * `sideBySideRefusal` gives a reason.
 */
export function sideBySide(
  here: Scenario,
  there: Scenario,
  title: string,
  traffic: Traffic,
  bottom = bottomOf(here),
): Scenario {
  return sideBySideRefusal(here, there, traffic) === null ? joined(here, there, title, traffic, bottom) : here
}

/** Without the second design; the same object when there is none. */
export function alone(scenario: Scenario): Scenario {
  const { against, ...rest } = scenario
  return against === undefined
    ? scenario
    : removeNodes(
        rest,
        against.nodes.map(([id]) => id),
      )
}

function joined(here: Scenario, there: Scenario, title: string, traffic: Traffic, bottom: number): Scenario {
  const moving = there.nodes.filter(({ kind }) => traffic === 'own' || kind !== 'producer')
  const shift = {
    x: Math.min(...here.nodes.map(({ x }) => x)) - Math.min(...there.nodes.map(({ x }) => x)),
    y: bottom + GAP + NOTE_HEIGHT - Math.min(...moving.map(({ y }) => y)),
  }
  let both: Scenario = { ...here, against: { title, nodes: [] } }
  const pairs: [string, string][] = []
  const put = (node: ScenarioNode, as: string) => {
    const id = freeId(both, node.kind)
    both = { ...both, nodes: [...both.nodes, { ...node, id } as ScenarioNode] }
    pairs.push([id, as])
    return id
  }
  const ids = new Map<string, string>()
  for (const node of moving) {
    const place = { x: onGrid(node.x + shift.x), y: onGrid(node.y + shift.y) }
    ids.set(node.id, put({ ...node, ...place }, node.kind === 'note' ? '' : node.id))
  }
  const heading = (text: string, y: number) => {
    const x = Math.min(...here.nodes.map((node) => node.x))
    put({ ...defaultNode('note', '', onGrid(x), onGrid(y), whereOf(here)), text: inLines(text) } as ScenarioNode, '')
  }
  heading('This scene', Math.min(...tops(here)) - NOTE_HEIGHT)
  heading(title, bottom + GAP)
  const inner = there.links.flatMap((link): Link[] => {
    const [from, to] = [ids.get(link.from), ids.get(link.to)]
    return from === undefined || to === undefined ? [] : [{ ...link, from, to }]
  })
  const shared = traffic === 'same' ? feeds(here, there).map((link) => ({ ...link, to: ids.get(link.to) ?? '' })) : []
  const steps = there.interventions.flatMap((step) => {
    const node = ids.get(step.node)
    return node === undefined ? [] : [{ ...step, node }]
  })
  return {
    ...both,
    against: { title, nodes: pairs },
    links: [...both.links, ...shared, ...inner],
    interventions: [...both.interventions, ...steps].sort((a, b) => a.at - b.at),
  }
}

/** A note is as wide as a short sentence; what is longer goes on in the next line. */
function inLines(text: string): string {
  return text.split(' ').reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf('\n') + 1)
    return lines === '' ? word : `${lines}${last.length + word.length < LINE ? ' ' : '\n'}${word}`
  }, '')
}

/**
 * From the producers of this scene to what the other's producers fed: each in the place of the one that stands at its number there,
 * or, when these are more or fewer, all of them to all of it.
 */
function feeds(here: Scenario, there: Scenario): Link[] {
  const [mine, theirs] = [producersIn(here), producersIn(there)]
  const paired = mine.length === theirs.length
  const out: Link[] = []
  mine.forEach((producer, i) => {
    for (const link of there.links) {
      const stands = paired ? theirs[i]?.id === link.from : theirs.some(({ id }) => id === link.from)
      const to = there.nodes.find(({ id }) => id === link.to)
      if (!stands || to === undefined || kindRefusal('producer', to.kind) !== null) continue
      if (!out.some((one) => one.from === producer.id && one.to === link.to)) out.push({ ...link, from: producer.id })
    }
  })
  return out
}
