import type { LifeAnswer, LifeEvent } from '../../protocol/inquiry.ts'
import { SEEN_WORDS } from '../../protocol/inquiryWords.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { clockText } from '../../ui/clockText.ts'

/** Why a consumer will not work a record, where nothing in the record's own life says so. */
const TOLD_BY_CONSUMERS: ReadonlySet<string> = new Set([
  'expiredUnread',
  'notWanted',
  'beforeItsStart',
  'notRegistered',
])

/** A record's life in a sentence or two: what became of it, where it is now, and who will never see it. */
export function lifeSentence(life: LifeAnswer, scenario: Pick<Scenario, 'nodes' | 'links'>): string {
  const nameOf = (id: string) => scenario.nodes.find((node) => node.id === id)?.name ?? id
  const made = life.events[0]
  // Whoever sends by hand is no node.
  const isOfNode = scenario.nodes.some(({ id }) => id === life.producer)
  const clauses = [
    `was ${isOfNode ? `made by ${nameOf(life.producer)}` : 'sent by hand'} at ${clockText(made?.atMicros ?? 0)}`,
    ...clausesOf(life.events, scenario, nameOf),
  ]
  const whole = `Record ${life.number}, key ${life.key}, ${listed(clauses)}.`
  return [whole, presentState(life, scenario, nameOf), ...unseen(life, nameOf)].filter(Boolean).join(' ')
}

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

type NameOf = (id: string) => string
type Around = Pick<Scenario, 'nodes' | 'links'>

const kindOf = ({ nodes }: Around, id: string) => nodes.find((node) => node.id === id)?.kind
const hasLink = ({ links }: Around, from: string, to: string) =>
  links.some((link) => link.from === from && link.to === to)
/** Whether a consumer reads a store, itself or through a Kinesis queue. */
const reads = (around: Around, store: string, consumer: string) =>
  hasLink(around, store, consumer) ||
  around.nodes.some(
    ({ id, kind }) => kind === 'kinesisQueue' && hasLink(around, store, id) && hasLink(around, id, consumer),
  )

function clausesOf(events: readonly LifeEvent[], around: Around, nameOf: NameOf): string[] {
  const clauses: string[] = []
  const countUpTo = (place: number, step: string, isMeant: (node: string) => boolean) =>
    events.filter((event, i) => i <= place && event.step === step && isMeant(event.node)).length
  events.forEach((event, i) => {
    const name = nameOf(event.node)
    const at = `at ${clockText(event.atMicros)}`
    // What is received by hand is told of the queue itself.
    const isReader = (node: string) => node === event.node || reads(around, event.node, node)
    const isWorked = () => countUpTo(i, 'worked', isReader) > 0
    switch (event.step) {
      case 'stored':
        if (kindOf(around, event.node) === 'stream')
          clauses.push(`stored ${at} in shard ${event.row + 1} of ${name} as number ${event.place}`)
        else
          clauses.push(
            kindOf(around, event.node) === 'topic' ? `published to ${name} ${at}` : `stored ${at} in ${name}`,
          )
        break
      case 'repeated':
        clauses.push(`taken ${at} by ${name} for a repetition and not stored`)
        break
      case 'dropped':
        clauses.push(`lost ${at} by a full buffer before ${name}`)
        break
      case 'givenUp': {
        const refusals = events.filter((one) => one.step === 'refused' && one.node === event.node)
        clauses.push(
          refusals.at(-1)?.detail === TOO_LARGE
            ? `refused by ${name} as too large and given up ${at} (lost)`
            : `given up ${at} after ${times(refusals.length, 'refusal')} by ${name} (lost)`,
        )
        break
      }
      case 'copyLost':
        clauses.push(`not copied any more by ${name} ${at} (lost)`)
        break
      case 'worked': {
        const before = countUpTo(i - 1, 'worked', (node) => node === event.node)
        clauses.push(`processed${before > 0 ? ' again' : ''} by ${name} ${at}`)
        break
      }
      case 'skipped':
        clauses.push(`left out by ${name} ${at} after a failure in its batch (never processed there)`)
        break
      case 'lost':
        clauses.push(
          kindOf(around, event.node) === 'monolith'
            ? `lost with the memory of ${name} ${at}`
            : `lost by ${name} ${at}, which had acknowledged it before the work`,
        )
        break
      case 'discarded':
        clauses.push(
          `given up by ${name} ${at} after ${times(
            countUpTo(i, 'failed', (node) => node === event.node),
            'failure',
          )} (lost)${told(event.node, around, nameOf)}`,
        )
        break
      case 'missed':
        clauses.push(`expired before ${name} came to it ${at} (lost)`)
        break
      case 'deleted':
        clauses.push(
          kindOf(around, event.node) === 'kinesisQueue'
            ? `acknowledged in ${name} ${at}`
            : `deleted from ${name} ${at}`,
        )
        break
      case 'expired':
        clauses.push(isWorked() ? `expired in ${name} ${at}` : `expired unprocessed in ${name} ${at} (lost)`)
        break
      case 'purged':
        clauses.push(isWorked() ? `purged from ${name} ${at}` : `purged from ${name} ${at} (lost)`)
        break
      case 'deadLettered': {
        const receives = countUpTo(i, 'received', isReader)
        const how = kindOf(around, event.node) === 'kinesisQueue' ? 'a dead letter in' : 'given up as a dead letter by'
        clauses.push(`${how} ${name} ${at} after ${times(receives, 'receive')}`)
        break
      }
      case 'redriven':
        clauses.push(
          kindOf(around, event.node) === 'kinesisQueue' ? `restored in ${name} ${at}` : `moved back by ${name} ${at}`,
        )
        break
    }
  })
  return clauses
}

/** The answer of a store that stands in a refusal's detail: no later attempt would help. */
const TOO_LARGE = 3

const times = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** LKI.10: a function may tell another node of what its mapping gave up; that message holds none of the records. */
function told(lambda: string, { nodes, links }: Around, nameOf: NameOf): string {
  const queue = nodes.find(
    ({ id, kind }) =>
      (kind === 'queue' || kind === 'fifoQueue' || kind === 'topic') &&
      links.some((link) => link.from === lambda && link.to === id),
  )
  return queue === undefined ? '' : `, of which ${nameOf(queue.id)} was told`
}

const LEAVES: ReadonlySet<string> = new Set(['deleted', 'expired', 'purged', 'deadLettered', 'redriven'])
/** What a queue itself tells of whether a message is to be had. */
const CHANGES: ReadonlySet<string> = new Set(['stored', 'returned', 'received'])
const NOT_STORED_YET: Readonly<Record<string, string>> = {
  made: 'It is on its way.',
  packed: 'It is on its way.',
  held: 'It waits at its source for room in the buffer.',
}

/** Where it is at the moment that was asked about; empty when it is nowhere any more. */
function presentState({ events }: LifeAnswer, around: Around, nameOf: NameOf): string {
  const where = new Map<string, LifeEvent>()
  for (const event of events) {
    if (event.step === 'stored' && kindOf(around, event.node) !== 'topic') where.set(event.node, event)
    else if (LEAVES.has(event.step)) where.delete(event.node)
    else if (kindOf(around, event.node) === 'monolith' && (event.step === 'worked' || event.step === 'lost'))
      where.delete(event.node)
  }
  if (where.size === 0) {
    const last = events.at(-1)
    if (last?.step === 'refused') return `It was refused by ${nameOf(last.node)} and will be tried again.`
    return NOT_STORED_YET[last?.step ?? ''] ?? ''
  }
  return [...where.keys()].map((store) => stateIn(store, events, around, nameOf)).join(' ')
}

function stateIn(store: string, events: readonly LifeEvent[], around: Around, nameOf: NameOf): string {
  const kind = kindOf(around, store)
  const name = nameOf(store)
  if (kind === 'stream') return `It is still in ${name}.`
  if (kind === 'monolith') return `It is in the memory of ${name}.`
  if (kind !== 'queue' && kind !== 'fifoQueue') return `It is kept in ${name}.`
  const isHere = ({ step, node }: LifeEvent) =>
    node === store ? CHANGES.has(step) : step === 'received' && hasLink(around, store, node)
  const last = events.findLast(isHere)
  if (last?.step !== 'received') return `It waits in ${name}.`
  const who = last.node === store ? 'whoever received it by hand' : nameOf(last.node)
  return `It is in flight with ${who} until ${clockText(last.hiddenUntilMicros)}.`
}

function unseen({ seenBy }: LifeAnswer, nameOf: NameOf): string[] {
  return seenBy
    .filter(({ reason }) => TOLD_BY_CONSUMERS.has(reason))
    .map(
      ({ consumer, reason, ahead }) => `${nameOf(consumer)} ${SEEN_WORDS[reason as keyof typeof SEEN_WORDS](ahead)}.`,
    )
}
