import type { Limit } from './limit.ts'
import { LIMITS, type LimitId, type PriceId } from './limits.ts'
import { PRICES } from './numbers/prices.ts'
import { WORDS } from './words.ts'

const NUMBERS = { ...LIMITS, ...PRICES }

/** Every row, both halves: for tests and commands. */
export const LEDGER: Readonly<Record<LimitId | PriceId, Limit>> = Object.fromEntries(
  Object.entries(WORDS).map(([id, words]) => [id, { ...words, ...NUMBERS[id as LimitId | PriceId] }]),
) as Record<LimitId | PriceId, Limit>
