import type { Numbers } from './limit.ts'
import { ASSUMPTIONS } from './numbers/assumptions.ts'
import { CLIENT_DEFAULTS, KAFKA_DEFAULTS } from './numbers/clientDefaults.ts'
import { FIFO_LIMITS } from './numbers/fifoLimits.ts'
import { KINESIS_CAPACITY } from './numbers/kinesisCapacity.ts'
import { KINESIS_LIMITS, PRODUCER_LIBRARY } from './numbers/kinesisLimits.ts'
import { LAMBDA_LIMITS } from './numbers/lambdaLimits.ts'
import type { PRICES } from './numbers/prices.ts'
import { SNS_LIMITS } from './numbers/snsLimits.ts'
import { SQS_LIMITS } from './numbers/sqsLimits.ts'

const TABLES = {
  ...KINESIS_LIMITS,
  ...PRODUCER_LIBRARY,
  ...KINESIS_CAPACITY,
  ...CLIENT_DEFAULTS,
  ...KAFKA_DEFAULTS,
  ...SQS_LIMITS,
  ...FIFO_LIMITS,
  ...SNS_LIMITS,
  ...LAMBDA_LIMITS,
  ...ASSUMPTIONS,
}

export type LimitId = keyof typeof TABLES
export type PriceId = keyof typeof PRICES

/** The numbers of every limit and default of AWS's and of every assumption of ours, by ID; us-east-1, profile `today`. */
export const LIMITS: Readonly<Record<LimitId, Numbers>> = TABLES
