import { deadWorkers, stillWorkers } from '../../panels/deadWorkers.ts'
import { openShards } from '../../panels/openShards.ts'
import { KIND_WORDS } from '../../scenario/kindWords.ts'
import { isPlain } from '../../scenario/plainKinds.ts'
import type { ApplicationNode, PoolNode, ProducerNode, Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import type { GaugeReader } from '../../state/index.ts'
import { lagText, rateText } from '../../ui/rateText.ts'

/** What a node does at a moment, in a few words. `isTrouble`: it refuses or loses; `isNews`: who hears the page is told. */
export type State = { text: string; isTrouble: boolean; isNews: boolean }

const calm = (text: string): State => ({ text, isTrouble: false, isNews: false })
const news = (text: string): State => ({ text, isTrouble: false, isNews: true })
const trouble = (text: string): State => ({ text, isTrouble: true, isNews: true })

/** A reader that is less behind than this keeps up. */
const BEHIND_MICROS = 1e6

export function stateWords(node: ScenarioNode, scenario: Scenario, reader: GaugeReader): State {
  const refused = refusedOf(node, reader)
  const refuses = refused !== null && refused.perSecond > 0 ? `refuses ${rateText(refused.perSecond)} a second` : ''
  switch (node.kind) {
    case 'note':
      return calm(node.text)
    case 'producer':
      return producerWords(node, scenario, reader)
    case 'stream': {
      const shards = openShards(reader, node).filter((shard) => shardRefusals(reader, node.id, shard).any > 0)
      if (refuses === '' || shards.length === 0) return refuses === '' ? calm('takes everything') : trouble(refuses)
      return trouble(`${refuses}, ${shardList(shards)}`)
    }
    case 'application':
      return applicationWords(node, scenario, reader)
    case 'pool':
      return poolWords(node, scenario, reader)
    case 'queue': {
      const inFlight = reader.value(node.id, 'inFlight')
      if (refuses !== '') return trouble(refuses)
      return calm(inFlight > 0 ? `${rateText(inFlight)} received and hidden` : 'nothing received')
    }
    default:
      return plainWords(node, scenario, reader, refuses)
  }
}

/** Refused attempts; null where nothing can be refused. */
export function refusedOf(node: ScenarioNode, reader: GaugeReader): { perSecond: number; total: number } | null {
  const name = ['refusedTotal', 'throttledTotal'].find((gauge) => !Number.isNaN(reader.value(node.id, gauge)))
  if (name !== undefined && node.kind !== 'producer' && node.kind !== 'note')
    return { perSecond: reader.rate(node.id, name), total: reader.value(node.id, name) }
  if (node.kind !== 'producer') return null
  const rows = Array.from({ length: reader.rows(node.id) }, (_, row) => row)
  const sum = (read: GaugeReader['value']) => rows.reduce((total, row) => total + read(node.id, 'refusedTotal', row), 0)
  return { perSecond: sum(reader.rate), total: sum(reader.value) }
}

/** Of a shard, a second: by the limit of records, by that of bytes, and both. */
export function shardRefusals(reader: GaugeReader, id: string, shard: number) {
  const records = reader.rate(id, 'refusedByRecordsTotal', shard)
  const bytes = reader.rate(id, 'refusedByBytesTotal', shard)
  return { records, bytes, any: records + bytes }
}

export function shardList(shards: readonly number[]): string {
  const names = shards.map((shard) => shard + 1)
  if (names.length === 1) return `shard ${names[0]}`
  if (names.length > 4) return `${names.length} shards`
  return `shards ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function producerWords(node: ProducerNode, { links }: Scenario, reader: GaugeReader): State {
  const rows = links.filter((link) => link.from === node.id)
  const sum = (read: GaugeReader['value'], name: string) =>
    rows.reduce((total, _, row) => total + read(node.id, name, row), 0)
  if (rows.length === 0) return calm('not connected')
  const gone = sum(reader.rate, 'droppedTotal') + sum(reader.rate, 'givenUpTotal')
  if (gone > 0) return trouble(`loses ${rateText(gone)} a second`)
  const refused = sum(reader.rate, 'refusedTotal')
  if (refused > 0) return trouble(`${rateText(refused)} a second come back refused`)
  return calm(reader.rate(node.id, 'arrivalsTotal') > 0 ? 'sends' : 'sends nothing now')
}

/** "worker 2 is dead, worker 3 stands still"; empty when all work. */
function workersDown(node: ApplicationNode | PoolNode, scenario: Scenario, reader: GaugeReader): string {
  const list = (workers: readonly number[], is: string, are: string) => {
    if (workers.length === 0) return []
    const names = workers.map((worker) => worker + 1).join(', ')
    return [workers.length === 1 ? `worker ${names} ${is}` : `workers ${names} ${are}`]
  }
  return [
    ...list(deadWorkers(scenario.interventions, node.id, reader.nowMicros), 'is dead', 'are dead'),
    ...list(stillWorkers(scenario.interventions, node.id, reader.nowMicros), 'stands still', 'stand still'),
  ].join(', ')
}

function applicationWords(node: ApplicationNode, scenario: Scenario, reader: GaugeReader): State {
  if (!scenario.links.some((link) => link.to === node.id)) return calm('not connected')
  const down = workersDown(node, scenario, reader)
  const lost = reader.rate(node.id, 'lostUnreadTotal')
  const age = reader.value(node.id, 'ageMicros')
  const isBehind = age > BEHIND_MICROS
  const place = isBehind ? `is ${lagText(age)} behind` : 'keeps up'
  const parts = [lost > 0 ? `loses ${rateText(lost)} a second unread` : '', place, down].filter((text) => text !== '')
  return { text: parts.join(', '), isTrouble: lost > 0, isNews: lost > 0 || isBehind || down !== '' }
}

function poolWords(node: PoolNode, scenario: Scenario, reader: GaugeReader): State {
  if (!scenario.links.some((link) => link.to === node.id)) return calm('not connected')
  const down = workersDown(node, scenario, reader)
  const busy = `${reader.value(node.id, 'busy')} of ${node.workers} busy`
  return down === '' ? calm(busy) : news(`${busy}, ${down}`)
}

function plainWords(node: ScenarioNode, { interventions }: Scenario, reader: GaugeReader, refuses: string): State {
  if (!isPlain(node)) return calm('')
  if (deadWorkers(interventions, node.id, reader.nowMicros).length > 0)
    return news(node.kind === 'topic' ? 'is cut off from its queues' : 'is down')
  if (stillWorkers(interventions, node.id, reader.nowMicros).length > 0) return news('is throttled by hand')
  if (refuses !== '') return trouble(refuses)
  const { readings } = KIND_WORDS[node.kind]
  const bad = readings.filter(({ isTrouble, gauge }) => isTrouble && /Total$/.test(gauge))
  const now = bad.find(({ gauge }) => reader.rate(node.id, gauge) > 0)
  if (now !== undefined)
    return trouble(`${now.label.toLowerCase()}: ${rateText(reader.rate(node.id, now.gauge))} a second`)
  const age = readings.find(({ as }) => as === 'age')
  const old = age === undefined ? 0 : reader.value(node.id, age.gauge)
  return old > BEHIND_MICROS && age !== undefined ? news(`${age.label.toLowerCase()} ${lagText(old)}`) : calm('works')
}
