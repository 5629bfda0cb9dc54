import type { Unit } from '../aws/index.ts'
import { type ByteUnits, bytesShownIn, byteUnit, isRoundInBinary } from './byteUnits.ts'

// Words for numbers and numbers from words: the only place that knows how units are written.

export type Quantity = { ok: true; value: number } | { ok: false; message: string }

const MIB = 1024 ** 2

/** KB and MB are AWS's words for 1,024 (X-U1), unless somebody wants kB and MB of 1,000; KiB and MiB mean the same always. */
function bytes(units: ByteUnits): Record<string, number> {
  const factors: Record<string, number> = { '': 1, b: 1 }
  for (const [place, letter] of ['k', 'm', 'g'].entries()) {
    const binary = 1024 ** (place + 1)
    factors[`${letter}ib`] = binary
    factors[letter] = factors[`${letter}b`] = units === 'si' ? 1000 ** (place + 1) : binary
  }
  return factors
}
const COUNTS: Record<string, number> = { '': 1, k: 1e3, m: 1e6 }
const SECONDS: Record<string, number> = { ms: 0.001, s: 1, sec: 1, min: 60, h: 3600, d: 86_400 }
const SECONDS_IN: Partial<Record<Unit, number>> = { ms: 0.001, s: 1, h: 3600 }

/** Factors of the words that may stand behind a number of this unit. Case does not matter. */
function words(unit: Unit, units: ByteUnits): Record<string, number> {
  const seconds = SECONDS_IN[unit]
  if (seconds !== undefined) {
    const factors: Record<string, number> = { '': 1 }
    for (const [word, value] of Object.entries(SECONDS)) factors[word] = value / seconds
    // Exact where the plain division is not: 1 s is 1,000 ms.
    if (unit === 'ms') Object.assign(factors, { ms: 1, s: 1000, sec: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 })
    return factors
  }
  if (unit === 'B' || unit === 'B/s') return bytes(units)
  if (unit === 'MiB')
    return Object.fromEntries(Object.entries(bytes(units)).map(([word, each]) => [word, word === '' ? 1 : each / MIB]))
  if (unit === 'share') return { '': 1, '%': 0.01 }
  return COUNTS
}

const NUMBER = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?)\s*(.*)$/i

const LONGEST = 60

/**
 * A number in `unit` from what a text says: "2k", "1.5 MiB", "250ms", "40 %", "1,600 records/s".
 * KB and MB count 1,024 as KiB and MiB do (X-U1) unless `units` says otherwise. A bare share above 1 is taken as %.
 */
export function parseQuantity(text: string, unit: Unit, units: ByteUnits = 'iec'): Quantity {
  const trimmed = text.trim()
  const match = trimmed.length > LONGEST ? null : NUMBER.exec(withoutCommas(trimmed))
  if (match === null) return { ok: false, message: `Not a number: ${trimmed.slice(0, 30) || 'nothing'}` }
  const number = Number(match[1])
  const word = withoutNoun((match[2] ?? '').trim().toLowerCase(), unit)
  const factors = words(unit, units)
  const factor = Object.hasOwn(factors, word) ? factors[word] : undefined
  if (factor === undefined) return { ok: false, message: `Unknown unit: ${(match[2] ?? '').slice(0, 20)}` }
  const percent = unit === 'share' && word === '' && number > 1
  // A bare number stays as it is; what a unit makes of it has no more digits than were meant: 521.142272 MB are whole bytes.
  const value =
    word === '%' || percent ? number / 100 : factor === 1 ? number : Number((number * factor).toPrecision(15))
  // There is one zero: -0 would be kept as another value than 0.
  return Number.isFinite(value) ? { ok: true, value: value + 0 } : { ok: false, message: 'Too large a number' }
}

/** Commas between thousands; one that could be a decimal point ("0,125", "1,2345") stays, and is refused. */
const withoutCommas = (text: string) =>
  text.replace(/^[+-]?[1-9]\d{0,2}(,\d{3})+(?![\d,])/, (grouped) => grouped.replaceAll(',', ''))

/** What a person typed into a field that shows `shownUnit`: a bare number, 1e3 too, means that unit; kB and MB are those of the page. */
export function parseTyped(typed: string, unit: Unit, shownUnit = ''): Quantity {
  const asTyped = parseQuantity(typed, unit, bytesShownIn())
  // What was not typed is not named in the reason.
  return asTyped.ok && /^[^a-z%]*(e[+-]?\d+)?\s*$/i.test(typed)
    ? parseQuantity(`${typed} ${shownUnit}`, unit, bytesShownIn())
    : asTyped
}

/** "k records/s" and "k/s" say no more than "k" where the unit is records/s. */
function withoutNoun(word: string, unit: Unit): string {
  const noun = unit.split('/')[0]?.toLowerCase() ?? ''
  let rest = unit.endsWith('/s') && word.endsWith('/s') ? word.slice(0, -2).trim() : word
  const counted = noun !== '' && !(unit in SECONDS_IN) && !['B', 'B/s', 'MiB', 'share'].includes(unit)
  if (counted && rest.endsWith(noun)) rest = rest.slice(0, -noun.length).trim()
  else if (counted && rest.endsWith(singular(noun))) rest = rest.slice(0, -singular(noun).length).trim()
  if (unit === 'times' && (rest === 'x' || rest === '×')) rest = ''
  return rest
}

/** Three significant digits; whole numbers below a million stay whole. The locale alone: with options a format is made anew at each call. */
function digits(value: number): string {
  const three = Number(value.toPrecision(3))
  if (Math.abs(three) < 1000) return String(Number(three.toFixed(6)))
  return (Math.abs(value) < 1e6 ? Math.round(value) : three).toLocaleString('en-US')
}

const STEPS_UP: Partial<Record<Unit, readonly (readonly [above: number, divisor: number, unit: string])[]>> = {
  ms: [
    [3_600_000, 3_600_000, 'h'],
    [60_000, 60_000, 'min'],
    [1000, 1000, 's'],
    [0, 1, 'ms'],
  ],
  s: [
    [172_800, 86_400, 'd'],
    [3600, 3600, 'h'],
    [60, 60, 'min'],
    [0, 1, 's'],
  ],
  h: [
    [48, 24, 'd'],
    [1, 1, 'h'],
    [1 / 60, 1 / 60, 'min'],
    [0, 1 / 3600, 's'],
  ],
}

/** Bytes, in the units that the page shows; 1 MiB in kB and MB with all its digits. */
export function bytesText(value: number, perSecond: '' | '/s' = ''): string {
  const [divisor, name] = byteUnit(value)
  const shown = Number((value / divisor).toPrecision(12))
  const isExact = bytesShownIn() === 'si' && isRoundInBinary(value)
  return `${isExact ? shown : digits(shown)} ${name}${perSecond}`
}

/** What is shown: three significant digits, a thin unit behind a space ("1,600 records/s", "1.5 MiB", "50 %"). */
export function formatQuantity(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return '–'
  if (unit === 'B') return bytesText(value)
  if (unit === 'B/s') return bytesText(value, '/s')
  if (unit === 'MiB' && bytesShownIn() === 'si') return bytesText(value * MIB)
  if (unit === 'share') return `${digits(Number((value * 100).toPrecision(12)))} %`
  if (unit === 'times') return `${digits(value)} ×`
  const steps = STEPS_UP[unit]
  if (steps !== undefined) {
    const size = Math.abs(value)
    const zero = value === 0 ? steps.find(([, , name]) => name === unit) : undefined
    const [, divisor, name] = zero ?? steps.find(([above]) => size >= above * (1 - 1e-12)) ?? [0, 1, unit]
    return `${digits(Number((value / divisor).toPrecision(12)))} ${name}`
  }
  if (unit === '') return digits(value)
  return `${digits(value)} ${value === 1 ? singular(unit) : unit}`
}

function singular(unit: string): string {
  if (unit === 'batches') return 'batch'
  return unit.endsWith('s') && !unit.endsWith('/s') ? unit.slice(0, -1) : unit
}
