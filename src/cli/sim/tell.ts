import {
  checkOrder,
  consumersOf,
  createEngine,
  inversionText,
  lifeOf,
  type Note,
  refusalsOf,
  whyNotSeen,
} from '../../engine/index.ts'
import { LIFE_WORDS, SEEN_WORDS } from '../../protocol/inquiryWords.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { compile } from '../../worker/compile.ts'
import { InputError } from './inputError.ts'

// Questions to a run, answered by playing it again: one record's life, who overtook whom, why something was refused.

const STEPS_AT_MOST = 10_000
const RECORDS_AT_MOST = 1_000_000
const INVERSIONS_AT_MOST = 100_000
const LINES_AT_MOST = 50

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
  const life = notes.map((note) => `${at(note.at)}  ${LIFE_WORDS[note.step]} ${note.node}${detailText(note)}`)
  const asked = consumersOf(engine).map((consumer) => {
    const { reason, ahead } = whyNotSeen(engine, notes, reference, consumer)
    return `${consumer} ${SEEN_WORDS[reason](ahead)}.`
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
