import { defaultNode } from '../defaults.ts'
import type { Brief, Intervention, NodeKind, Scenario, ScenarioNode } from '../scenario.ts'

type NodeOf<K extends NodeKind> = Extract<ScenarioNode, { kind: K }>

/** A node of a built-in scenario: only what differs from the defaults is written down. */
export function place<K extends NodeKind>(
  kind: K,
  id: string,
  x: number,
  y: number,
  own: Partial<Omit<NodeOf<K>, 'kind' | 'id' | 'x' | 'y'>>,
): NodeOf<K> {
  return { ...defaultNode(kind, id, x, y), ...own }
}

export const SECOND = 1_000_000

type Scene = {
  id: string
  title: string
  brief: Brief
  durationSeconds: number
  nodes: ScenarioNode[]
  /** `from to`, and after a third space the keys that the link lets through. */
  links: string[]
  interventions?: Intervention[]
  seed?: number
}

/** A built-in scenario of the course. */
export function scene({ links, interventions = [], seed = 1, ...rest }: Scene): Scenario {
  return {
    version: 1,
    seed,
    ...rest,
    links: links.map((text) => {
      const [from = '', to = '', ...keys] = text.split(' ')
      return keys.length === 0 ? { from, to } : { from, to, keys: keys.join(' ') }
    }),
    interventions,
  }
}
