const floats = new Float64Array(2)
const bits = new BigInt64Array(floats.buffer)

/** Number of doubles from one to the other; Infinity when just one of them is NaN. */
export function ulpsBetween(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity
  floats[0] = a
  floats[1] = b
  const distance = ordered(bits[0]!) - ordered(bits[1]!)
  return Number(distance < 0n ? -distance : distance)
}

/** The bits of doubles as integers in the doubles' own order. */
function ordered(word: bigint): bigint {
  return word < 0n ? -(word & 0x7fffffffffffffffn) : word
}
