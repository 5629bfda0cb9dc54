import type { Numbers, Span, Unit } from './limit.ts'
import { type LimitId, numbersOf, type PriceId } from './limits.ts'
import { PRICES } from './numbers/prices.ts'
import { REGIONS, type Region } from './regions.ts'

/** today: AWS as of the ledger. article: what the article describes, without what came later. */
export type Profile = 'today' | 'article'

export type Found =
  | { ok: true; value: number; unit: Unit; allowed?: Span }
  /** none: profile or Region has no such thing; the message says which, and nothing is taken instead. */
  | { ok: false; message: string }

type Where = { profile: Profile; region: string }

/** The value of a limit, default or assumption for a profile and a Region. */
export function limitFor(id: LimitId, where: Where): Found {
  return find(id, numbersOf(id), where)
}

/** The list price, or the size of a billing unit, for a profile and a Region. */
export function priceFor(id: PriceId, where: Where): Found {
  return find(id, PRICES[id], where)
}

function find(id: string, row: Numbers, { profile, region }: Where): Found {
  if (!REGIONS.some((known) => known === region))
    return { ok: false, message: `${region} is no Region that the ledger knows.` }
  if (profile === 'article' && row.article === 'absent')
    return { ok: false, message: `Profile article has no ${id}: it came later, or the article does not know it.` }
  const own = profile === 'article' && row.article !== undefined && row.article !== 'absent' ? row.article : row
  const value = own === row && row.regions ? (row.regions.values[region as Region] ?? row.regions.elsewhere) : own.value
  if (value === undefined) return { ok: false, message: `The ledger has no value of ${id} for Region ${region}.` }
  const { unit } = row
  return own.allowed === undefined ? { ok: true, value, unit } : { ok: true, value, unit, allowed: own.allowed }
}
