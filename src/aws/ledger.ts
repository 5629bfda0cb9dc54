import type { Limit } from './limit.ts'
import type { LimitId, PriceId } from './limits.ts'
import { PRICES } from './numbers/prices.ts'
import { EVERY_LIMIT } from './otherLimits.ts'
import { WORDS } from './words.ts'

const NUMBERS = { ...EVERY_LIMIT, ...PRICES }

/** Every row, both halves: for tests and commands. */
export const LEDGER: Readonly<Record<LimitId | PriceId, Limit>> = Object.fromEntries(
  Object.entries(WORDS).map(([id, words]) => [id, { ...words, ...NUMBERS[id as LimitId | PriceId] }]),
) as Record<LimitId | PriceId, Limit>
