import type { Numbers } from './limit.ts'
import { addLimits, LIMITS, type LimitId } from './limits.ts'
import { FIFO_LIMITS } from './numbers/fifoLimits.ts'
import { LAMBDA_LIMITS } from './numbers/lambdaLimits.ts'
import { SNS_LIMITS } from './numbers/snsLimits.ts'
import { SQS_LIMITS } from './numbers/sqsLimits.ts'

const OTHER_LIMITS = { ...SQS_LIMITS, ...FIFO_LIMITS, ...SNS_LIMITS, ...LAMBDA_LIMITS }

addLimits(OTHER_LIMITS)

/** The numbers of every limit and default of AWS's and of every assumption of ours, by ID; us-east-1, profile `today`. */
export const EVERY_LIMIT: Readonly<Record<LimitId, Numbers>> = { ...LIMITS, ...OTHER_LIMITS }
