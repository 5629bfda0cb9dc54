import { DEFAULT_REGION, limitFor } from '../../aws/index.ts'
import type { Where } from '../where.ts'
import type { Field } from './field.ts'

/**
 * A field as AWS has it in a profile and Region: its own default and limit. Where AWS has no value the field stays
 * as it is in us-east-1 today, and `whereProblem` says so.
 */
export function fieldIn(field: Field, where: Where): Field {
  const { limit } = field
  if (limit === undefined || (where.profile === 'today' && where.region === DEFAULT_REGION)) return field
  const found = limitFor(limit.factId, where)
  if (!found.ok || (found.value === limit.value && found.allowed === limit.allowed)) return field
  const { value, allowed } = found
  const isOld = (own: number | string) => own === limit.value
  return {
    ...field,
    default: isOld(field.default) ? value : field.default,
    limit: allowed === undefined ? { factId: limit.factId, value } : { factId: limit.factId, value, allowed },
  }
}
