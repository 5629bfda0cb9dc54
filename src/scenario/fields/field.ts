import type { LimitId, Unit } from '../../aws/index.ts'
import { numbersOf } from '../../aws/index.ts'

/** AWS's number behind a field. Without `allowed`, AWS has this one value and every other is "not AWS". */
export type FieldLimit = { factId: LimitId; value: number; allowed?: readonly [number, number] }

/** `factId`: there is such a choice only where AWS has that fact (`limitFor`). */
export type Choice = { value: string; label: string; factId?: LimitId }

/**
 * One parameter of a node, as documents, links, command line and inspector know it. What a person is told of it beyond its
 * label stands in `help/`.
 */
export type Field = {
  name: string
  /** Name in a link: two or three letters, unique in its kind, never given to another field later. */
  short: string
  label: string
  unit: Unit
  type: 'number' | 'choice' | 'text'
  /** number: the inclusive range. text: `max` is the greatest length. */
  min?: number
  max?: number
  /** number: whole multiples of this are offered; 1 means that only whole numbers are taken. */
  step?: number
  scale?: 'linear' | 'log'
  default: number | string
  choices?: readonly Choice[]
  limit?: FieldLimit
  /** True: a change rebuilds the run from 0. False: it can be turned while the run goes on. */
  structural: boolean
  /** True: only the drawing depends on it; it is never an intervention and never runs again. */
  layout?: true
}

type Common = Pick<Field, 'label'> & { structural?: true; layout?: true }
type Range = {
  unit: Unit
  min: number
  max: number
  default: number
  step?: number
  scale?: 'linear' | 'log'
  limit?: FieldLimit
}

/** A number with its unit, range and start value. `step: 1` takes whole numbers only. */
export function number(name: string, short: string, own: Common & Range): Field {
  const { structural = false, ...rest } = own
  return { name, short, type: 'number', scale: 'linear', ...rest, structural }
}

/** One of a few words; the first is the start value unless `default` says otherwise. */
export function choice(
  name: string,
  short: string,
  own: Common & { choices: readonly Choice[]; default: string },
): Field {
  const { structural = false, ...rest } = own
  return { name, short, type: 'choice', unit: '', ...rest, structural }
}

export function text(name: string, short: string, own: Common & { max: number; default: string }): Field {
  const { structural = false, ...rest } = own
  return { name, short, type: 'text', unit: 'characters', min: 0, ...rest, structural }
}

/** A service limit as a parameter: AWS's value, from a hundredth of it to ten times it. */
export function limited(factId: LimitId): Range & { limit: FieldLimit; step: number } {
  const { value, unit } = numbersOf(factId)
  const whole = unit !== 'calls/s' && unit !== 's'
  return {
    unit,
    min: whole ? Math.ceil(value / 100) : value / 100,
    max: value * 10,
    default: value,
    step: whole ? 1 : 0.01,
    scale: 'log',
    limit: limitOf(factId),
  }
}

/** AWS's number behind a field whose range is its own. */
export function limitOf(factId: LimitId): FieldLimit {
  const { value, allowed } = numbersOf(factId)
  return allowed === undefined ? { factId, value } : { factId, value, allowed }
}

/** False when the value is one that AWS would not give or let one choose: the node is then marked "not AWS". */
export function isAwsValue(field: Field, value: number | string): boolean {
  if (field.limit === undefined || typeof value !== 'number') return true
  const { value: own, allowed } = field.limit
  return allowed === undefined ? value === own : value >= allowed[0] && value <= allowed[1]
}
