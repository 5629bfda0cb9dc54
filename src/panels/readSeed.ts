const SEED_MAX = 0xffff_ffff

/** A seed as it was typed, in digits alone: an empty field is no seed 0. */
export function readSeed(typed: string): { value: number } | { reason: string } {
  const digits = typed.replaceAll(/[\s,]/g, '')
  const value = Number(digits)
  return /^\d+$/.test(digits) && value <= SEED_MAX ? { value } : { reason: 'A whole number up to 4,294,967,295' }
}
