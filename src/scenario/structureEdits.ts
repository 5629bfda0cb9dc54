import { BOUNDS } from './bounds.ts'
import { guessesOf, withGuesses } from './guess.ts'
import type { Brief, NodeKind, Scenario } from './scenario.ts'
import { changesOf, tryStep, tryText } from './tryStep.ts'
import { wiringRefusal } from './wiring.ts'

// Changes of what stands on the canvas: nodes and links.

/** The first id of a kind that no node has. */
export function freeId({ nodes }: Scenario, kind: NodeKind): string {
  const taken = new Set(nodes.map((node) => node.id))
  const numbered = (count: number) => (count === 1 ? kind : `${kind}-${count}`)
  let count = 1
  while (taken.has(numbered(count))) count++
  return numbered(count)
}

/** Nodes with their links and steps. */
export function removeNodes(scenario: Scenario, nodeIds: readonly string[]): Scenario {
  const gone = new Set(nodeIds)
  if (!scenario.nodes.some((node) => gone.has(node.id))) return scenario
  const { against, ...alone } = scenario
  const left = against?.nodes.filter(([id]) => !gone.has(id)) ?? []
  return {
    ...alone,
    // Without a node there is no second design, and an id that is free again is nobody's.
    ...(against !== undefined && left.length > 0 && { against: { ...against, nodes: left } }),
    brief: briefWithout(scenario.brief, gone),
    nodes: scenario.nodes.filter((node) => !gone.has(node.id)),
    links: scenario.links.filter((link) => !gone.has(link.from) && !gone.has(link.to)),
    interventions: scenario.interventions.filter((step) => !gone.has(step.node)),
  }
}

/** Without the slider, the changes and the guesses that are about these. */
function briefWithout(brief: Brief, gone: ReadonlySet<string>): Brief {
  const { slider, sliderFrom, sliderTo, ...others } = brief
  const isKept = slider !== undefined && !gone.has(slider.split('.')[0] ?? '')
  const range = { ...(sliderFrom !== undefined && { sliderFrom }), ...(sliderTo !== undefined && { sliderTo }) }
  const words: Brief = isKept ? { ...others, slider, ...range } : others
  const tryThis = words.tryThis.map((step) =>
    tryStep(
      tryText(step),
      changesOf(step).filter(({ node }) => !gone.has(node)),
    ),
  )
  const asked = guessesOf(words)
  const left = asked.filter(({ node }) => !gone.has(node))
  return withGuesses({ ...words, tryThis }, left)
}

export function connect(scenario: Scenario, fromId: string, toId: string): Scenario {
  if (scenario.links.length >= BOUNDS.links || wiringRefusal(scenario, fromId, toId) !== null) return scenario
  return { ...scenario, links: [...scenario.links, { from: fromId, to: toId }] }
}

export function disconnect(scenario: Scenario, fromId: string, toId: string): Scenario {
  const links = scenario.links.filter((link) => link.from !== fromId || link.to !== toId)
  return links.length === scenario.links.length ? scenario : { ...scenario, links }
}
