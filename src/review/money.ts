// Exact money: whole numbers all the way, so that a month of billions of requests is right to the cent.

/** A quantity of a month as a fraction of whole numbers: seconds of a run do not divide a month evenly. */
export type Quantity = { readonly over: bigint; readonly under: bigint }

const PICO = 1_000_000_000_000
const PICO_IN_CENT = 10_000_000_000n
const CENTS = 100n

/** What was counted in a part of a month, for the whole month: `counted` times `month` over `part`, all whole numbers. */
export function scaled(counted: number, month: number, part: number): Quantity {
  return { over: BigInt(counted) * BigInt(month), under: BigInt(part) }
}

/** The quantity in larger units. */
export function inUnitsOf(quantity: Quantity, size: number): Quantity {
  return { over: quantity.over, under: quantity.under * BigInt(size) }
}

export function larger(a: Quantity, b: Quantity): Quantity {
  return a.over * b.under >= b.over * a.under ? a : b
}

export function asNumber({ over, under }: Quantity): number {
  // Six digits behind the point, which a double holds beside any quantity of a month.
  return Number((over * 1_000_000n) / under) / 1_000_000
}

/** A price times a quantity, in millionths of a millionth of a dollar, rounded half up. A list price has at most 12 decimals. */
export function cost(usd: number, { over, under }: Quantity): bigint {
  const pico = BigInt(Math.round(usd * PICO))
  return (2n * pico * over + under) / (2n * under)
}

/** Dollars and cents, rounded half up: `3110.40`. */
export function dollars(pico: bigint): string {
  const cents = (2n * pico + PICO_IN_CENT) / (2n * PICO_IN_CENT)
  return `${cents / CENTS}.${String(cents % CENTS).padStart(2, '0')}`
}
