import type { Link, Scenario } from '../../scenario/scenario.ts'
import type { GaugeReader } from '../../state/index.ts'
import { rateText } from '../../ui/rateText.ts'
import { NONE } from './cells.ts'
import { shardList, shardRefusals } from './stateWords.ts'

/** A link as words: what it carries, and why its target refuses. */
export type LinkCells = { from: string; to: string; carries: string; refused: string; isTrouble: boolean }

export function linkCells(link: Link, scenario: Scenario, reader: GaugeReader): LinkCells {
  const { nodes, links } = scenario
  const from = nodes.find((node) => node.id === link.from)
  const to = nodes.find((node) => node.id === link.to)
  const row = links.filter((other) => other.from === link.from).indexOf(link)
  const perSecond = carried(link, scenario, reader, row)
  const refused = from?.kind === 'producer' ? reader.rate(link.from, 'refusedTotal', row) : 0
  return {
    from: from?.name ?? link.from,
    to: to?.name ?? link.to,
    carries: perSecond === null ? NONE : `${rateText(perSecond)}/s`,
    refused: refused > 0 ? `${rateText(refused)}/s${why(link.to, scenario, reader)}` : NONE,
    isTrouble: refused > 0,
  }
}

/** Records a second on a link; null where nobody counts them for this link alone. */
function carried(link: Link, { nodes }: Scenario, reader: GaugeReader, row: number): number | null {
  const from = nodes.find((node) => node.id === link.from)
  const to = nodes.find((node) => node.id === link.to)
  if (from?.kind === 'producer') return reader.rate(link.from, 'storedTotal', row)
  if (from?.kind === 'topic') return reader.rate(link.from, 'deliveredTotal', row)
  // Nothing travels to it: what it points at from now on.
  if (to?.kind === 'kinesisQueue') return reader.rate(link.to, 'offeredTotal')
  if (
    from?.kind === 'stream' ||
    from?.kind === 'queue' ||
    from?.kind === 'fifoQueue' ||
    from?.kind === 'kinesisQueue'
  ) {
    const taken = reader.rate(link.to, 'deliveriesTotal')
    return Number.isNaN(taken) ? null : taken
  }
  return null
}

/** KIN1.01, KIN1.02: which limit of which shard it is. */
function why(to: string, { nodes }: Scenario, reader: GaugeReader): string {
  if (nodes.find((node) => node.id === to)?.kind !== 'stream') return ''
  const full = Array.from({ length: reader.rows(to) }, (_, shard) => ({ shard, ...shardRefusals(reader, to, shard) }))
  const by = (name: 'records' | 'bytes') => full.filter((each) => each[name] > 0).map(({ shard }) => shard)
  const records = by('records')
  const bytes = by('bytes')
  const parts = [
    records.length > 0 ? `more records than ${shardList(records)} may take` : '',
    bytes.length > 0 ? `more bytes than ${shardList(bytes)} may take` : '',
  ].filter((text) => text !== '')
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`
}
