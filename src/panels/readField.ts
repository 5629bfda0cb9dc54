import { type Field, formatQuantity, parseTyped } from '../scenario/index.ts'

/** The value of a field that was typed beside the unit in which it is shown, or the reason why it cannot be had. */
export function readField(field: Field, typed: string, shownUnit: string): { value: number } | { reason: string } {
  const { min, max, unit, step } = field
  const read = parseTyped(typed, unit, shownUnit)
  if (!read.ok) return { reason: read.message }
  // There are no parts of a byte, and sizes in KiB or MB seldom come out even.
  const value = unit === 'B' || unit === 'B/s' ? Math.round(read.value) : read.value
  if (min !== undefined && value < min) return { reason: `Not under ${formatQuantity(min, unit)}` }
  if (max !== undefined && value > max) return { reason: `Not over ${formatQuantity(max, unit)}` }
  return step === 1 && !Number.isInteger(value) ? { reason: 'A whole number' } : { value }
}
