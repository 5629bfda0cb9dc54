import type { Field } from './fields/field.ts'
import { formatQuantity, parseQuantity } from './quantity.ts'

export type FieldValue = { ok: true; value: number | string } | { ok: false; message: string }

/** Why a field cannot have this value, as the end of a sentence that begins with the field's name; null when it can. */
export function valueRefusal(field: Field, value: unknown): string | null {
  if (field.type === 'number') return numberRefusal(field, value)
  if (typeof value !== 'string') return 'must be text'
  // Half of a surrogate pair cannot be written into a link.
  if (/\p{Surrogate}/u.test(value)) return 'holds half a character'
  if (field.type === 'text')
    return value.length > (field.max ?? 0) ? `has ${value.length} characters; at most ${field.max} fit` : null
  const names = (field.choices ?? []).map((choice) => choice.value)
  return names.includes(value) ? null : `must be one of ${names.join(', ')}`
}

function numberRefusal(field: Field, value: unknown): string | null {
  const { min = 0, max = 0, unit } = field
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number'
  if (value < min || value > max)
    return `is ${value}; it must lie between ${formatQuantity(min, unit)} and ${formatQuantity(max, unit)}`
  return field.step === 1 && !Number.isInteger(value) ? `is ${value}; it must be a whole number` : null
}

/** A field's value from a word in a link or on the command line; numbers may carry units. */
export function readFieldValue(field: Field, word: string): FieldValue {
  let value: number | string = word
  if (field.type === 'number') {
    const quantity = parseQuantity(word, field.unit)
    if (!quantity.ok) return quantity
    value = quantity.value
  }
  const refusal = valueRefusal(field, value)
  return refusal === null ? { ok: true, value } : { ok: false, message: `${field.name} ${refusal}` }
}
