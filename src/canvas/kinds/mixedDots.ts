import { shareOut } from '../shareOut.ts'

/** Paint of each filled cell, from the bottom row up: `nth` of its paint. */
export type MixedDot = { paint: number; nth: number }

/**
 * The keys of what a store holds as paints of so many dots, shared out by largest remainder. They lie mixed, as poured: each place
 * has a rank of its own, and the paints share the ranks, so that a change of one dot changes few places.
 */
export function mixedDots(paints: readonly number[], dots: number): MixedDot[] {
  const shares = shareOut(paints, dots)
  const ranked = Array.from({ length: dots }, (_, i) => i).sort((a, b) => rankOf(a) - rankOf(b))
  const paintAt: number[] = []
  let from = 0
  shares.forEach((share, paint) => {
    for (const place of ranked.slice(from, from + share)) paintAt[place] = paint
    from += share
  })
  const before = paints.map(() => 0)
  return paintAt.map((paint) => {
    const nth = before[paint] ?? 0
    before[paint] = nth + 1
    return { paint, nth }
  })
}

/** A number from 0 to 1 for each place, in no order that an eye could see. */
export function rankOf(place: number): number {
  let bits = Math.imul(place + 1, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca77)
  return ((bits ^ (bits >>> 13)) >>> 0) / 2 ** 32
}
