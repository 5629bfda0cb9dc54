import { type Engine, firstsOf } from '../../engine/index.ts'
import type { Answer, Crossing, FirstSeen, Question } from '../../protocol/inquiry.ts'
import type { Intervention, Scenario } from '../../scenario/scenario.ts'
import { crossingsOf } from './crossings.ts'

const RECORDS_AT_MOST = 1_000_000

/** A stream drops what is too old without a word (KIN6.01); what nobody had read by then these count. */
const LOST_UNREAD: Partial<Record<Scenario['nodes'][number]['kind'], string>> = {
  application: 'lostUnreadTotal',
  aggregator: 'lostTotal',
}

/** What a run does first, each to the microsecond; `fresh` makes engines of it at 0. */
export function firsts(
  fresh: () => Engine,
  { nodes, links, interventions }: Scenario,
  nodeIds: readonly string[],
  { untilMicros }: Extract<Question, { kind: 'firsts' }>,
): Answer {
  const engine = fresh()
  const { records, keys } = engine.world
  const reads = (store: string, consumer: string) => links.some(({ from, to }) => from === store && to === consumer)
  const seen: FirstSeen[] = firstsOf(engine, untilMicros, RECORDS_AT_MOST, reads).map(
    ({ at, of, node, row, reference }) => ({
      ...{ atMicros: at, of, node, row },
      key: reference < 0 ? '' : (keys.names[records.keyOf(reference)] ?? ''),
    }),
  )
  const isTurned = interventions.some((step) => step.action === 'setRetention' || isRetention(step))
  const isTooOld = isTurned || engine.streams.some(({ retentionMicros }) => retentionMicros < untilMicros)
  const unread = isTooOld ? firstUnread(fresh(), nodes, nodeIds, untilMicros) : null
  const lost = seen.find(({ of }) => of === 'lost')
  if (unread === null || (lost !== undefined && lost.atMicros <= unread.atMicros))
    return { kind: 'firsts', firsts: seen }
  const all = [...seen.filter((one) => one !== lost), unread]
  return { kind: 'firsts', firsts: all.sort((a, b) => a.atMicros - b.atMicros) }
}

const isRetention = (step: Intervention) => step.action === 'set' && step.field === 'retentionHours'

/** The first record that expired before somebody had read it, or null. */
function firstUnread(
  engine: Engine,
  nodes: Scenario['nodes'],
  nodeIds: readonly string[],
  untilMicros: number,
): FirstSeen | null {
  const of = nodes.flatMap(({ id, kind }): Crossing[] => {
    const gauge = LOST_UNREAD[kind]
    return gauge === undefined ? [] : [{ node: id, gauge, isAbove: true, value: 0 }]
  })
  if (of.length === 0) return null
  // These totals never fall: the ends of the recorder's bins show each, and then its bin is looked at event by event.
  const moments = crossingsOf(engine, nodeIds, { kind: 'crossings', of, untilMicros, atMost: 1 }, 0)
  const found = moments.flatMap(([atMicros], i): FirstSeen[] =>
    atMicros === undefined ? [] : [{ atMicros, of: 'lost', node: of[i]!.node, row: 0, key: '' }],
  )
  return found.sort((a, b) => a.atMicros - b.atMicros)[0] ?? null
}
