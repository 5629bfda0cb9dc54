import { kindShort } from '../../panels/kindText.ts'
import { mainNumber } from '../../panels/mainNumber.ts'
import { shardCount } from '../../panels/openShards.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import type { GaugeReader } from '../../state/index.ts'
import { rateText } from '../../ui/rateText.ts'
import { refusedOf, stateWords } from './stateWords.ts'

/** One row of the table: what the canvas draws of it, as words. */
export type Cells = {
  name: string
  kind: string
  state: string
  main: string
  refused: string
  waiting: string
  /** Its state is one of refusing or losing. */
  isTrouble: boolean
}

export const NONE = '–'

export function nodeCells(node: ScenarioNode, scenario: Scenario, reader: GaugeReader): Cells {
  const state = stateWords(node, scenario, reader)
  return {
    name: node.name,
    kind: kindShort(node, shardCount(reader, node)),
    state: state.text,
    isTrouble: state.isTrouble,
    main: mainNumber(node, reader).join(' ').trim() || NONE,
    refused: refusedText(node, reader),
    waiting: waitingText(node, scenario, reader),
  }
}

/** So many a second now, so many in all. */
export function refusedWords(perSecond: number, total: number): string {
  if (total === 0) return '0'
  return perSecond > 0 ? `${rateText(perSecond)}/s, ${rateText(total)} in all` : `${rateText(total)} in all`
}

function refusedText(node: ScenarioNode, reader: GaugeReader): string {
  const refused = refusedOf(node, reader)
  return refused === null ? NONE : refusedWords(refused.perSecond, refused.total)
}

/** Names of what waits at a node; the first that its kind has. */
const WAITING = ['backlog', 'toReplay', 'waiting', 'visible', 'buffered'] as const

function waitingText(node: ScenarioNode, { links }: Scenario, reader: GaugeReader): string {
  if (node.kind === 'producer') {
    const rows = links.filter((link) => link.from === node.id)
    return rateText(rows.reduce((sum, _, row) => sum + reader.value(node.id, 'notYetStored', row), 0))
  }
  const name = WAITING.find((gauge) => !Number.isNaN(reader.value(node.id, gauge)))
  return name === undefined || node.kind === 'note' ? NONE : rateText(reader.value(node.id, name))
}
