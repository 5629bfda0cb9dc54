import type { Scenario } from '../../scenario/scenario.ts'
import type { GaugeReader } from '../../state/index.ts'
import { stateWords } from './stateWords.ts'

/** More than these are not listened to. */
const SAID = 3

export type Summary = {
  /** Equal while nothing has changed that is worth hearing: digits are left out. */
  key: string
  text: string
}

/** Who refuses, loses, is behind or is down, in a sentence; empty while all is well. */
export function summary(scenario: Scenario, reader: GaugeReader): Summary {
  const all = scenario.nodes
    .filter((node) => node.kind !== 'note')
    .map((node) => ({ node, state: stateWords(node, scenario, reader) }))
    .filter(({ state }) => state.isNews)
  const more = all.length - SAID
  const said = all.slice(0, SAID).map(({ node, state }) => `${node.name} ${state.text}`)
  return {
    key: all
      .map(({ node, state }) => `${node.id} ${state.text.replaceAll(/[\d.,]+ (?=s |min |a second)/g, '')}`)
      .join(';'),
    text: `${said.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  }
}
