import type { Numbers, Span, Unit } from './limit.ts'

// How the tables of numbers write a row in one line.

type More = Pick<Numbers, 'allowed' | 'article' | 'regions'>

/** AWS refuses, cuts or slows beyond it, or always does it so. */
export const limit = (value: number, unit: Unit, more?: More): Numbers => ({ kind: 'limit', value, unit, ...more })

/** What holds when nobody chooses; `allowed` is what AWS lets one choose. */
export const byDefault = (value: number, unit: Unit, allowed?: Span, more?: More): Numbers => ({
  kind: 'default',
  value,
  unit,
  ...(allowed && { allowed }),
  ...more,
})

/** Ours, not AWS's: every place that shows one of these says "our assumption". */
export const assumed = (value: number, unit: Unit): Numbers => ({ kind: 'assumption', value, unit })

/** What profile `article` lacks: it came after the article, or the article does not know it. */
export const NOT_IN_ARTICLE = { article: 'absent' } as const

/** AWS's MB is taken as 1,048,576 B (X-U1). */
export const KIB = 1024
export const MIB = 1_048_576
export const GIB = 1_073_741_824
