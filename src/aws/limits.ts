import type { Numbers } from './limit.ts'
import { ASSUMPTIONS } from './numbers/assumptions.ts'
import { CLIENT_DEFAULTS, KAFKA_DEFAULTS } from './numbers/clientDefaults.ts'
import type { FIFO_LIMITS } from './numbers/fifoLimits.ts'
import { KINESIS_CAPACITY } from './numbers/kinesisCapacity.ts'
import { KINESIS_LIMITS, PRODUCER_LIBRARY } from './numbers/kinesisLimits.ts'
import type { LAMBDA_LIMITS } from './numbers/lambdaLimits.ts'
import type { PRICES } from './numbers/prices.ts'
import type { SNS_LIMITS } from './numbers/snsLimits.ts'
import type { SQS_LIMITS } from './numbers/sqsLimits.ts'

// Page and worker start with the numbers of streams and their clients. `otherLimits.ts` adds those of the other services; it loads
// with what needs one of them.

const TABLES = {
  ...KINESIS_LIMITS,
  ...PRODUCER_LIBRARY,
  ...KINESIS_CAPACITY,
  ...CLIENT_DEFAULTS,
  ...KAFKA_DEFAULTS,
  ...ASSUMPTIONS,
}

type OtherTables = typeof SQS_LIMITS & typeof FIFO_LIMITS & typeof SNS_LIMITS & typeof LAMBDA_LIMITS
export type LimitId = keyof typeof TABLES | keyof OtherTables
export type PriceId = keyof typeof PRICES

/** The numbers of streams and their clients, and every assumption of ours, by ID; us-east-1, profile `today`. */
export const LIMITS: Readonly<Record<keyof typeof TABLES, Numbers>> = TABLES

const known = new Map<string, Numbers>(Object.entries(TABLES))

export function addLimits(limits: Readonly<OtherTables>): void {
  for (const [id, numbers] of Object.entries(limits)) known.set(id, numbers)
}

/** The numbers of any limit, default or assumption. Throws for one of a table that has not been loaded. */
export function numbersOf(id: LimitId): Numbers {
  const numbers = known.get(id)
  if (numbers === undefined)
    throw new Error(`The numbers of ${id} are not loaded: what needs them imports otherLimits.ts.`)
  return numbers
}

/** A text as the ID of a limit, default or assumption that is at hand, else null. */
export const asLimitId = (text: string): LimitId | null => (known.has(text) ? (text as LimitId) : null)
