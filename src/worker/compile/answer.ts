import {
  checkOrder,
  consumersOf,
  createEngine,
  type Engine,
  lifeOf,
  recordOfMark,
  recordsOfKey,
  refusedOf,
  whyNotSeen,
} from '../../engine/index.ts'
import type { Answer, Question, RefusalSeen } from '../../protocol/inquiry.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { crossingsOf } from './crossings.ts'
import { compileDocument } from './document.ts'
import { firsts } from './firsts.ts'
import { latency } from './latency.ts'
import { OTHER_KINDS } from './otherKinds.ts'
import { watchedBy } from './watched.ts'

// Bounds of what is told; a run without end of retries or inversions fills no memory.
const EVENTS_AT_MOST = 2000
const RECORDS_AT_MOST = 1_000_000
const INVERSIONS_AT_MOST = 100_000
const INVERSIONS_TOLD = 200
const RECORDS_TOLD = 20
const REFUSALS_AT_MOST = 20_000

/** Plays the run of this document anew and answers one question about it. `tellShare` hears how far it has come, 0 to 1. */
export function answerTo(document: unknown, question: Question, tellShare: (share: number) => void = () => {}): Answer {
  const compiled = compileDocument(document, OTHER_KINDS)
  if (!compiled.ok) return { kind: 'none', message: compiled.message }
  const watched = watchedBy(tellShare, question.untilMicros)
  const newEngine = () => watched(createEngine(compiled.plan, compiled.seed))
  const engine = newEngine()
  switch (question.kind) {
    case 'life':
      return life(engine, question)
    case 'mark': {
      const reference = recordOfMark(engine, question.mark)
      if (reference < 0) return { kind: 'none', message: 'This mark stands for no single record.' }
      // Its life is told from the start, by a run of its own.
      return tell(newEngine(), reference, question.untilMicros)
    }
    case 'ofKey':
      return ofKey(engine, question)
    case 'order':
      return order(engine, question)
    case 'firsts':
      return firsts(newEngine, document as Scenario, compiled.nodeIds, question)
    case 'crossings':
      return { kind: 'crossings', moments: crossingsOf(engine, compiled.nodeIds, question) }
    case 'refusals':
      return refusals(engine, question)
    case 'latency':
      return latency(engine, question)
  }
}

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>

function life(engine: Engine, { producer: id, number, untilMicros }: Of<'life'>): Answer {
  const producer = engine.plan.producers.findIndex((one) => one.id === id)
  if (producer < 0 || !Number.isInteger(number) || number < 1)
    return { kind: 'none', message: 'There is no such record.' }
  return tell(engine, engine.world.records.reference(producer, number - 1), untilMicros)
}

function tell(engine: Engine, reference: number, untilMicros: number): Answer {
  const notes = lifeOf(engine, reference, untilMicros, EVENTS_AT_MOST)
  if (notes.length === 0) return { kind: 'none', message: 'This record is not made yet.' }
  const { records, keys } = engine.world
  const key = records.keyOf(reference)
  return {
    kind: 'life',
    producer: engine.plan.producers[records.producerOf(reference)]!.id,
    number: records.numberOf(reference),
    key: keys.names[key] ?? '',
    hashKey: keys.hashKeyOf(key).toString(16).padStart(32, '0'),
    bytes: records.bytesOf(reference),
    untilMicros,
    events: notes.map(({ at, hiddenUntil, ...note }) => ({ ...note, atMicros: at, hiddenUntilMicros: hiddenUntil })),
    seenBy: consumersOf(engine).map((consumer) => ({ consumer, ...whyNotSeen(engine, notes, reference, consumer) })),
  }
}

function ofKey(engine: Engine, { key, untilMicros }: Of<'ofKey'>): Answer {
  const wanted = engine.world.keys.names.indexOf(key)
  if (wanted < 0) return { kind: 'none', message: `No record has the key ${key}.` }
  const { total, latest } = recordsOfKey(engine, wanted, untilMicros, RECORDS_TOLD)
  const { records } = engine.world
  return {
    kind: 'ofKey',
    total,
    records: latest.map(({ reference, at, step, node }) => ({
      producer: engine.plan.producers[records.producerOf(reference)]!.id,
      number: records.numberOf(reference),
      ...{ atMicros: at, lastStep: step, node },
    })),
  }
}

function order(engine: Engine, { key, untilMicros }: Of<'order'>): Answer {
  const { keys } = engine.world
  const wanted = key === null ? -1 : keys.names.indexOf(key)
  if (key !== null && wanted < 0) return { kind: 'none', message: `No record has the key ${key}.` }
  const { inversions, isCut } = checkOrder(engine, untilMicros, wanted, RECORDS_AT_MOST, INVERSIONS_AT_MOST)
  const causes: Record<string, number> = {}
  const byConsumer: Record<string, number> = {}
  for (const { cause, consumer } of inversions) {
    causes[cause] = (causes[cause] ?? 0) + 1
    byConsumer[consumer] = (byConsumer[consumer] ?? 0) + 1
  }
  return {
    kind: 'order',
    total: inversions.length,
    causes,
    byConsumer,
    isCut,
    inversions: inversions.slice(0, INVERSIONS_TOLD).map(({ at, consumer, earlier, later, cause }) => ({
      ...{ atMicros: at, consumer, cause, key: keys.names[earlier.key] ?? '' },
      ...{ earlier: earlier.made + 1, later: later.made + 1 },
    })),
  }
}

function refusals(engine: Engine, { store, fromMicros, untilMicros }: Of<'refusals'>): Answer {
  const { records, keys } = engine.world
  const refused = refusedOf(engine, fromMicros, untilMicros, REFUSALS_AT_MOST)
  const latest = new Map<string, RefusalSeen>()
  const add = (seen: Omit<RefusalSeen, 'count'>) => {
    if (store !== null && seen.store !== store && seen.caller !== store) return
    // One fact may hold two limits, as a function's copies and how fast they come (LSQ.13): their units tell them apart.
    const limit = `${seen.store} ${seen.row} ${seen.caller} ${seen.factId} ${seen.bucket?.unit ?? ''}`
    latest.set(limit, { ...seen, count: (latest.get(limit)?.count ?? 0) + 1 })
  }
  for (const { at, reference, store: by, row, factId, bucket, lastSecond } of refused.records) {
    const key = keys.names[records.keyOf(reference)] ?? ''
    add({ atMicros: at, store: by, row, key, factId, bucket, lastSecond: { ...lastSecond, calls: 0 }, caller: '' })
  }
  for (const { at, caller, store: by, row, factId, bucket, lastSecond } of refused.calls)
    add({
      ...{ atMicros: at, store: by, row, key: '', factId, bucket, caller },
      lastSecond: lastSecond && { ...lastSecond, records: 0 },
    })
  return { kind: 'refusals', refusals: [...latest.values()] }
}
