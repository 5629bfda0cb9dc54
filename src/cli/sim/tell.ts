import {
  checkOrder,
  createEngine,
  inversionText,
  lifeOf,
  type Note,
  type NotSeen,
  refusalsOf,
  whyNotSeen,
} from '../../engine/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { compile } from '../../worker/compile.ts'
import { InputError } from './inputError.ts'

// Questions to a run, answered by playing it again: one record's life, who overtook whom, why something was refused.

const STEPS_AT_MOST = 10_000
const RECORDS_AT_MOST = 1_000_000
const INVERSIONS_AT_MOST = 100_000
const LINES_AT_MOST = 50

const WORDS: Record<Note['step'], string> = {
  made: 'is made by',
  held: 'waits at the source, the buffer is full, before',
  packed: 'is packed by the producer library into a Kinesis record for',
  dropped: 'is lost by a full buffer before',
  stored: 'is stored in',
  refused: 'is refused by',
  givenUp: 'is given up before',
  received: 'is handed to',
  returned: 'is visible again in',
  worked: 'is worked by',
  failed: 'fails at',
  skipped: 'is left out by',
  effect: 'has an effect through',
  lost: 'is lost by',
  deleted: 'is deleted from',
  expired: 'expires in',
  purged: 'is purged from',
  deadLettered: 'moves as a dead letter to',
  copied: 'is copied to',
}

const REASONS: Record<NotSeen['reason'], (ahead: number) => string> = {
  seen: () => 'has worked it',
  notConnected: () => 'reads no store that it was sent to',
  notMade: () => 'cannot have: it is not made yet',
  notStored: () => 'has not: it is not stored yet',
  lostBeforeStoring: () => 'never will: it was lost before it was stored',
  beforeItsStart: () => 'has not: its place is already behind the record',
  expiredUnread: () => 'never will: it expired unread',
  skipped: () => 'has not: the rest of its batch was left out after a failure',
  nobodyReads: () => 'has not: nobody reads its shard at present',
  notFetched: (ahead) => `has not: ${ahead} records of its shard come before it`,
  inWork: (ahead) => `has fetched it, ${ahead} records are worked before it`,
  takenByAnother: () => 'never will: another consumer of the same queue has taken it',
  inFlight: () => 'has not: it is in flight with another consumer',
  waiting: () => 'has not: it waits in the queue',
  gone: () => 'never will: it is gone from the queue',
}

const at = (micros: number) => `${(micros / 1_000_000).toFixed(6).padStart(14)} s`

/** `record`: a producer's id and the number of one of its records, from 1, as `producer:17`. */
export function tellLife(scenario: Scenario, record: string, untilSeconds: number): string {
  const plan = compile(scenario)
  const [, id = '', number = ''] = /^(.+):(\d+)$/.exec(record) ?? []
  const producer = plan.producers.findIndex((one) => one.id === id)
  if (producer < 0 || Number(number) < 1)
    throw new InputError(
      `--record takes a producer and a number from 1, as ${plan.producers[0]?.id ?? 'producer'}:17, not ${record}.`,
    )
  const engine = createEngine(plan, scenario.seed)
  const reference = engine.world.records.reference(producer, Number(number) - 1)
  const notes = lifeOf(engine, reference, untilSeconds * 1_000_000, STEPS_AT_MOST)
  if (notes.length === 0) throw new InputError(`${record} is not made by ${untilSeconds} s.`)
  const life = notes.map((note) => `${at(note.at)}  ${WORDS[note.step]} ${note.node}${detailText(note)}`)
  const consumers = [...plan.applications, ...plan.pools].map(({ id: consumer }) => consumer)
  const asked = consumers.map((consumer) => {
    const { reason, ahead } = whyNotSeen(engine, notes, reference, consumer)
    return `${consumer} ${REASONS[reason](ahead)}.`
  })
  return `${[...life, ...asked].join('\n')}\n`
}

function detailText({ step, detail }: Note): string {
  if (step === 'made') return `, ${detail} B`
  return step === 'packed' ? `, ${detail} user records together` : ''
}

export function tellOrder(scenario: Scenario, keyName: string | undefined, untilSeconds: number): string {
  const engine = createEngine(compile(scenario), scenario.seed)
  const { keys } = engine.world
  const key = keyName === undefined ? -1 : keys.names.indexOf(keyName)
  if (keyName !== undefined && key < 0) throw new InputError(`No record has the key ${keyName}.`)
  const until = untilSeconds * 1_000_000
  const { inversions, isCut } = checkOrder(engine, until, key, RECORDS_AT_MOST, INVERSIONS_AT_MOST)
  const causes = new Map<string, number>()
  for (const { cause } of inversions) causes.set(cause, (causes.get(cause) ?? 0) + 1)
  const lines = inversions
    .slice(0, LINES_AT_MOST)
    .map((inversion) => `${at(inversion.at)}  ${inversionText(inversion, (passage) => keys.names[passage.key]!)}`)
  const sums = [...causes].map(([cause, count]) => `${count} ${cause}`).join(', ')
  const cut = isCut ? '\nMore records came than are followed; name a key or an earlier moment.' : ''
  return `${[...lines, `${inversions.length} records were worked after a later one of their key${sums ? `: ${sums}` : ''}.`].join('\n')}${cut}\n`
}

export function tellRefusals(scenario: Scenario, fromSeconds: number, untilSeconds: number): string {
  const engine = createEngine(compile(scenario), scenario.seed)
  const { records, keys } = engine.world
  const refusals = refusalsOf(engine, fromSeconds * 1_000_000, untilSeconds * 1_000_000, LINES_AT_MOST)
  const lines = refusals.map(({ at: when, store, row, factId, bucket, lastSecond, reference }) => {
    const key = keys.names[records.keyOf(reference)]!
    const limit =
      bucket === null ? '' : `: ${bucket.left} of ${bucket.capacity} ${bucket.unit} left, ${bucket.needed} needed`
    return `${at(when)}  ${store} ${row + 1} refuses ${key} (${factId})${limit}; sum of the last second: ${lastSecond.records} records, ${lastSecond.bytes} B`
  })
  return lines.length === 0
    ? `Nothing was refused from ${fromSeconds} to ${untilSeconds} s.\n`
    : `${lines.join('\n')}\n`
}
