import type { NodeAction } from '../../state/actions.ts'
import { caretOffset } from '../carets.ts'
import { BEAD_PITCH, PITCH } from '../measures.ts'

// Where a caret that is being moved would be set down. Pure arithmetic over the places of one tape.

export type Aim =
  | { to: 'LATEST' }
  | { to: 'TRIM_HORIZON' }
  /** A whole second (or column) of the run. */
  | { to: 'moment'; atMicros: number }
  /** Close up: a single record of this shard, 0-based. */
  | { to: 'record'; record: number }

/** One tape at one moment. `length`: pixels of its linear part; `tip`: records ever stored; `trim`: the oldest that is left. */
export type Tape = {
  bead: boolean
  length: number
  unitSeconds: number
  nowMicros: number
  tip: number
  trim: number
  trimAtMicros: number
}

const LATEST: Aim = { to: 'LATEST' }
const TRIM_HORIZON: Aim = { to: 'TRIM_HORIZON' }
/** This near to the left edge a caret jumps to the newest record. */
const EDGE_PIXELS = 3

/** What `offset` pixels from the left edge of the tape mean: newest at the left, and from the tear on the oldest that is left. */
export function aimAt(offset: number, tape: Tape): Aim {
  if (offset >= tape.length) return TRIM_HORIZON
  if (offset <= EDGE_PIXELS) return LATEST
  if (tape.bead) return recordAim(tape.tip - Math.round((offset - caretOffset(true, 1, 0, 1)) / BEAD_PITCH) - 1, tape)
  const column = tape.unitSeconds * 1e6
  const back = (offset / PITCH) * column
  return momentAim(Math.round((tape.nowMicros - back) / column) * column, tape)
}

function recordAim(record: number, { tip, trim }: Tape): Aim {
  if (record >= tip) return LATEST
  return record <= trim ? TRIM_HORIZON : { to: 'record', record }
}

function momentAim(atMicros: number, { nowMicros, trimAtMicros }: Tape): Aim {
  if (atMicros >= nowMicros) return LATEST
  return atMicros <= Math.max(0, trimAtMicros) ? TRIM_HORIZON : { to: 'moment', atMicros }
}

/** Steps of the keyboard, in columns or records; to the right is further back. */
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 },
}

/** The aim after a key; null for a key that moves nothing. `from`: the aim so far, or the caret's own place. */
export function aimAfterKey(key: string, from: Aim, tape: Tape): Aim | null {
  if (key === 'Home') return LATEST
  if (key === 'End') return TRIM_HORIZON
  const step = STEPS[key]
  if (step === undefined) return null
  if (tape.bead) return recordAim(recordOf(from, tape) - step, tape)
  const column = tape.unitSeconds * 1e6
  return momentAim((Math.round(momentOf(from, tape) / column) - step) * column, tape)
}

function recordOf(aim: Aim, { tip, trim }: Tape): number {
  if (aim.to === 'record') return aim.record
  return aim.to === 'LATEST' ? tip : trim
}

function momentOf(aim: Aim, { nowMicros, trimAtMicros }: Tape): number {
  if (aim.to === 'moment') return aim.atMicros
  return aim.to === 'LATEST' ? nowMicros : Math.max(0, trimAtMicros)
}

/** Pixels from the left edge of the tape; what lies behind the tear stands at it. */
export function aimOffset(aim: Aim, tape: Tape): number {
  if (aim.to === 'LATEST') return 0
  if (aim.to === 'TRIM_HORIZON') return tape.length
  const age = aim.to === 'moment' ? (tape.nowMicros - aim.atMicros) / 1e6 : 0
  const unread = aim.to === 'record' ? tape.tip - aim.record : 0
  return Math.max(0, Math.min(tape.length, caretOffset(tape.bead, unread, age, tape.unitSeconds)))
}

/** What is done to the application. A moment counts from the one at which it is done. */
export function goToStep(aim: Aim, shard: number, nowMicros: number): NodeAction {
  if (aim.to === 'record') return { action: 'goToRecord', shard, record: aim.record }
  if (aim.to === 'moment') return { action: 'goTo', to: Math.max(0, nowMicros - aim.atMicros) / 1e6 }
  return { action: 'goTo', to: aim.to }
}

/** A shard for counting: how far the application is in it, and what the stream has there. */
export type ShardCount = { caret: number; tip: number; trim: number; shard: number }

/**
 * Records that are read a second time, and those that are never read. `storedBefore`: records that a shard had been given before the
 * aim's moment; null as long as that is not known.
 */
export function readAgain(
  aim: Aim,
  shards: readonly ShardCount[],
  shard: number,
  storedBefore: (shard: number) => number,
): { again: number; skipped: number } | null {
  let again = 0
  let skipped = 0
  for (const one of shards) {
    if (aim.to === 'record' && one.shard !== shard) continue
    const to = Math.max(one.trim, placeIn(aim, one, storedBefore))
    if (Number.isNaN(to)) return null
    again += Math.max(0, Math.max(one.caret, one.trim) - to)
    skipped += Math.max(0, to - Math.max(one.caret, one.trim))
  }
  return { again, skipped }
}

function placeIn(aim: Aim, { tip, trim, shard }: ShardCount, storedBefore: (shard: number) => number) {
  if (aim.to === 'record') return aim.record
  if (aim.to === 'TRIM_HORIZON') return trim
  return aim.to === 'moment' ? storedBefore(shard) : tip
}
