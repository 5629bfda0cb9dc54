import { type PriceId, type Profile, priceFor } from '../aws/index.ts'
import { asNumber, cost, inUnitsOf, type Quantity } from './money.ts'

/** One line of a bill. `quantity` is for showing; the cost was worked out exactly. */
export type PriceLine =
  | { ok: true; id: PriceId; what: string; quantity: number; unit: string; picoDollars: bigint }
  /** The ledger has no price for this profile and Region: what it costs is not known. */
  | { ok: false; id: PriceId; what: string; message: string }

export type Month = {
  profile: Profile
  region: string
  /** Length of the month: 720 for 30 days, 744 for 31, 730 on average. */
  hours: number
}

const MILLION = 1_000_000

/** A quantity at a price, in what the price's unit counts (single requests for USD/million); null for nothing. */
export function line(id: PriceId, what: string, quantity: Quantity, month: Month): PriceLine | null {
  if (quantity.over === 0n) return null
  const price = priceFor(id, month)
  if (!price.ok) return { ok: false, id, what, message: price.message }
  const billed = inUnitsOf(quantity, price.unit === 'USD/million' ? MILLION : 1)
  const unit = price.unit === 'USD/million' ? 'million' : price.unit.replace('USD/', '')
  return { ok: true, id, what, quantity: asNumber(billed), unit, picoDollars: cost(price.value, billed) }
}

/** The sum of what is known: lines without a price add nothing, so with one of them it is not the whole bill. */
export function total(lines: readonly PriceLine[]): bigint {
  return lines.reduce((sum, one) => (one.ok ? sum + one.picoDollars : sum), 0n)
}
