import type { Field } from '../fields/field.ts'
import { fieldIn } from '../fields/fieldIn.ts'
import type { Where } from '../where.ts'
import type { Tick } from './fieldHelp.ts'

/** The marks of a field in a profile and Region: AWS's own number is the one that it has there. */
export function ticksIn(ticks: readonly Tick[], field: Field, where: Where): readonly Tick[] {
  const [today, there] = [field.limit, fieldIn(field, where).limit]
  if (today === undefined || there === undefined || today.value === there.value) return ticks
  return ticks.map((tick) =>
    tick.factId === today.factId && tick.value === today.value ? { ...tick, value: there.value } : tick,
  )
}
