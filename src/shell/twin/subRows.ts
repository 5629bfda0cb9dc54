import { deadWorkers, stillWorkers } from '../../panels/deadWorkers.ts'
import { bytesText } from '../../scenario/index.ts'
import { KIND_WORDS } from '../../scenario/kindWords.ts'
import { isPlain } from '../../scenario/plainKinds.ts'
import type { ApplicationNode, PoolNode, Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { type GaugeReader, seenId } from '../../state/index.ts'
import { lagText, rateText } from '../../ui/rateText.ts'
import { readingText } from '../../ui/readingText.ts'
import { type Cells, NONE, refusedWords } from './cells.ts'
import { shardRefusals } from './stateWords.ts'

const OPEN = 1
const CLOSED = 2
const BLANK: Cells = { name: '', kind: '', state: NONE, main: NONE, refused: NONE, waiting: NONE, isTrouble: false }
/** Behind this one: a reader has nothing to do at its shard any more. */
const NOBODY = -1

/** What stands inside of a node: shards, workers, connections, or its numbers where it has no parts. */
export function subRows(node: ScenarioNode, scenario: Scenario, reader: GaugeReader): Cells[] {
  switch (node.kind) {
    case 'producer':
      return connections(node.id, scenario, reader, (row) => ({
        main: `${rateText(reader.rate(node.id, 'storedTotal', row))} stored/s`,
        refused: refusedWords(reader.rate(node.id, 'refusedTotal', row), reader.value(node.id, 'refusedTotal', row)),
        waiting: rateText(reader.value(node.id, 'notYetStored', row)),
        isTrouble: reader.rate(node.id, 'refusedTotal', row) > 0,
        state: lostWords(reader, node.id, row),
      }))
    case 'stream':
      return shards(node.id, reader)
    case 'application':
      return [...applicationShards(node, reader), ...workers(node, scenario, reader)]
    case 'pool':
      return workers(node, scenario, reader)
    case 'queue':
      return readings(
        QUEUE.map(([label, gauge, as]) => ({ label, gauge, as })),
        node.id,
        reader,
      )
    case 'note':
      return []
    default: {
      if (!isPlain(node)) return []
      const own = readings(KIND_WORDS[node.kind].readings, node.id, reader)
      if (node.kind !== 'topic') return own
      return [
        ...connections(node.id, scenario, reader, (row) => ({
          main: `${rateText(reader.rate(node.id, 'deliveredTotal', row))} delivered/s`,
          waiting: rateText(reader.value(node.id, 'waiting', row)),
        })),
        ...own,
      ]
    }
  }
}

const QUEUE = [
  ['Received', 'deliveriesTotal', 'rate'],
  ['Deleted', 'deletedTotal', 'rate'],
  ['Received and hidden', 'inFlight', 'value'],
  ['Delayed', 'delayed', 'value'],
  ['Oldest message', 'oldestAgeMicros', 'age'],
  ['Returned', 'returnedTotal', 'value'],
  ['Dead letters', 'deadLetteredTotal', 'value'],
  ['Expired', 'expiredTotal', 'value'],
] as const

type Named = { label: string; gauge: string; as: Parameters<typeof readingText>[1]; isTrouble?: true }

function readings(named: readonly Named[], id: string, reader: GaugeReader): Cells[] {
  return named.map(({ label, gauge, as, isTrouble }) => {
    const value = as === 'rate' ? reader.rate(id, gauge) : reader.value(id, gauge)
    return {
      ...BLANK,
      ...{
        name: label,
        kind: 'number',
        main: readingText(value, as, bytesText),
        isTrouble: isTrouble === true && value > 0,
      },
    }
  })
}

function connections(
  id: string,
  { links, nodes }: Scenario,
  reader: GaugeReader,
  cells: (row: number) => Partial<Cells>,
): Cells[] {
  return links
    .filter((link) => link.from === id)
    .slice(0, Math.max(1, reader.rows(id)))
    .map((link, row) => ({
      ...BLANK,
      name: `to ${nodes.find((node) => node.id === link.to)?.name ?? link.to}`,
      kind: 'connection',
      ...cells(row),
    }))
}

function lostWords(reader: GaugeReader, id: string, row: number): string {
  const dropped = reader.value(id, 'droppedTotal', row)
  const givenUp = reader.value(id, 'givenUpTotal', row)
  if (dropped + givenUp === 0) return 'nothing lost'
  return `${rateText(dropped)} dropped, ${rateText(givenUp)} given up`
}

const each = (reader: GaugeReader, id: string) => Array.from({ length: reader.rows(id) }, (_, row) => row)

function shards(id: string, reader: GaugeReader): Cells[] {
  return each(reader, id)
    .filter((shard) => [OPEN, CLOSED].includes(reader.value(id, 'shardState', shard)))
    .map((shard) => {
      const now = shardRefusals(reader, id, shard)
      const total = reader.value(id, 'refusedByRecordsTotal', shard) + reader.value(id, 'refusedByBytesTotal', shard)
      const is = reader.value(id, 'shardState', shard) === OPEN ? 'open' : 'closed, still read'
      const why = now.any === 0 ? '' : `, full by ${now.bytes > now.records ? 'bytes' : 'records'}`
      return {
        ...BLANK,
        name: `Shard ${shard + 1}`,
        kind: 'shard',
        state: `${is}, keeps ${rateText(reader.value(id, 'retained', shard))}${why}${cutWords(reader, id, shard)}`,
        main: `${rateText(reader.rate(id, 'storedTotal', shard))} stored/s`,
        refused: refusedWords(now.any, total),
        isTrouble: now.any > 0,
      }
    })
}

/** An on-demand stream cuts a hot shard by itself (KIN5.06). */
function cutWords(reader: GaugeReader, id: string, shard: number): string {
  const cutAt = reader.value(seenId(id), 'splitsAtMicros', shard)
  return cutAt > 0 ? `, is cut in ${lagText(cutAt - reader.nowMicros)}` : ''
}

function applicationShards(node: ApplicationNode, reader: GaugeReader): Cells[] {
  return each(reader, node.id).map((shard) => {
    const worker = reader.value(node.id, 'worker', shard)
    const refused = reader.value(node.id, 'callsRefusedTotal', shard)
    return {
      ...BLANK,
      name: `Shard ${shard + 1}`,
      kind: worker === NOBODY ? 'read by nobody' : `read by worker ${worker + 1}`,
      state: `${lagText(reader.value(node.id, 'behindMicros', shard))} behind`,
      main: `${rateText(reader.rate(node.id, 'processedTotal', shard))} done/s`,
      refused: refused === 0 ? '0' : `${rateText(refused)} calls`,
    }
  })
}

function workers(node: ApplicationNode | PoolNode, { interventions }: Scenario, reader: GaugeReader): Cells[] {
  const dead = deadWorkers(interventions, node.id, reader.nowMicros)
  const still = stillWorkers(interventions, node.id, reader.nowMicros)
  const isPool = node.kind === 'pool'
  return Array.from({ length: node.workers }, (_, worker) => {
    const inHand = isPool ? reader.value(node.id, 'messagesInHand', worker) : 0
    const leases = isPool
      ? 0
      : each(reader, node.id).filter((shard) => reader.value(node.id, 'worker', shard) === worker).length
    const busy = isPool
      ? inHand > 0
        ? 'at work'
        : 'waits for a message'
      : `${leases} ${leases === 1 ? 'shard' : 'shards'}`
    return {
      ...BLANK,
      name: `Worker ${worker + 1}`,
      kind: 'worker',
      state: dead.includes(worker) ? 'dead' : still.includes(worker) ? 'stands still' : busy,
      main: isPool ? `${rateText(reader.value(node.id, 'processedTotal', worker))} done` : NONE,
      waiting: isPool ? rateText(inHand) : NONE,
    }
  })
}
