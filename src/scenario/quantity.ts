import type { Unit } from '../aws/index.ts'

// Words for numbers and numbers from words: the only place that knows how units are written.

export type Quantity = { ok: true; value: number } | { ok: false; message: string }

const KIB = 1024
const BYTES: Record<string, number> = {
  '': 1,
  b: 1,
  k: KIB,
  kb: KIB,
  kib: KIB,
  m: KIB * KIB,
  mb: KIB * KIB,
  mib: KIB * KIB,
  g: KIB ** 3,
  gb: KIB ** 3,
  gib: KIB ** 3,
}
const COUNTS: Record<string, number> = { '': 1, k: 1e3, m: 1e6 }
const SECONDS: Record<string, number> = { ms: 0.001, s: 1, sec: 1, min: 60, h: 3600, d: 86_400 }
const SECONDS_IN: Partial<Record<Unit, number>> = { ms: 0.001, s: 1, h: 3600 }

/** Factors of the words that may stand behind a number of this unit. Case does not matter. */
function words(unit: Unit): Record<string, number> {
  const seconds = SECONDS_IN[unit]
  if (seconds !== undefined) {
    const factors: Record<string, number> = { '': 1 }
    for (const [word, value] of Object.entries(SECONDS)) factors[word] = value / seconds
    // Exact where the plain division is not: 1 s is 1,000 ms.
    if (unit === 'ms') Object.assign(factors, { ms: 1, s: 1000, sec: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 })
    return factors
  }
  if (unit === 'B' || unit === 'B/s') return BYTES
  if (unit === 'share') return { '': 1, '%': 0.01 }
  return COUNTS
}

const NUMBER = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?)\s*(.*)$/i

/**
 * A number in `unit` from what a person typed: "2k", "1.5 MiB", "250ms", "40 %", "1,600 records/s".
 * KB and MB count 1,024 as KiB and MiB do (X-U1). A bare share above 1 is taken as %.
 */
export function parseQuantity(text: string, unit: Unit): Quantity {
  const match = NUMBER.exec(
    text
      .trim()
      .slice(0, 60)
      .replaceAll(/(?<=\d),(?=\d{3})/g, ''),
  )
  if (match === null) return { ok: false, message: `Not a number: ${text.trim().slice(0, 30) || 'nothing'}` }
  const number = Number(match[1])
  const word = withoutNoun((match[2] ?? '').trim().toLowerCase(), unit)
  const factors = words(unit)
  const factor = Object.hasOwn(factors, word) ? factors[word] : undefined
  if (factor === undefined) return { ok: false, message: `Unknown unit: ${(match[2] ?? '').slice(0, 20)}` }
  const percent = unit === 'share' && word === '' && number > 1
  const value = word === '%' || percent ? number / 100 : number * factor
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, message: 'Too large a number' }
}

/** "k records/s" and "k/s" say no more than "k" where the unit is records/s. */
function withoutNoun(word: string, unit: Unit): string {
  const noun = unit.split('/')[0]?.toLowerCase() ?? ''
  let rest = unit.endsWith('/s') && word.endsWith('/s') ? word.slice(0, -2).trim() : word
  const counted = noun !== '' && !(unit in SECONDS_IN) && unit !== 'B' && unit !== 'B/s' && unit !== 'share'
  if (counted && rest.endsWith(noun)) rest = rest.slice(0, -noun.length).trim()
  else if (counted && rest.endsWith(singular(noun))) rest = rest.slice(0, -singular(noun).length).trim()
  if (unit === 'times' && (rest === 'x' || rest === '×')) rest = ''
  return rest
}

/** Three significant digits; whole numbers below a million stay whole. */
function digits(value: number): string {
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (Number.isInteger(value) && size < 1e6) return value.toLocaleString('en-US')
  if (size >= 1000)
    return Math.round(value).toLocaleString('en-US', {
      maximumSignificantDigits: size < 1e6 ? Math.floor(Math.log10(size)) + 1 : 3,
    })
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 6 })
}

const STEPS_UP: Partial<Record<Unit, readonly (readonly [above: number, divisor: number, unit: string])[]>> = {
  B: [
    [1024 ** 3, 1024 ** 3, 'GiB'],
    [1024 ** 2, 1024 ** 2, 'MiB'],
    [1024, 1024, 'KiB'],
    [0, 1, 'B'],
  ],
  'B/s': [
    [1024 ** 3, 1024 ** 3, 'GiB/s'],
    [1024 ** 2, 1024 ** 2, 'MiB/s'],
    [1024, 1024, 'KiB/s'],
    [0, 1, 'B/s'],
  ],
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

/** What is shown: three significant digits, a thin unit behind a space ("1,600 records/s", "1.5 MiB", "50 %"). */
export function formatQuantity(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return '–'
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
