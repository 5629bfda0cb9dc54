import { ASSUMPTIONS } from './assumptions.ts'
import { CLIENT_DEFAULTS } from './clientDefaults.ts'
import { KINESIS_LIMITS } from './kinesisLimits.ts'
import type { Limit, LimitRow } from './limit.ts'
import { CHECKED_ON } from './sources.ts'
import { SQS_LIMITS } from './sqsLimits.ts'

export type { Limit, Unit } from './limit.ts'
export { CHECKED_ON } from './sources.ts'

const ROWS = { ...KINESIS_LIMITS, ...SQS_LIMITS, ...CLIENT_DEFAULTS, ...ASSUMPTIONS }

export type LimitId = keyof typeof ROWS

/** Every number of AWS's and every assumption of ours that the app uses, by ID. */
export const LIMITS: Readonly<Record<LimitId, Limit>> = Object.fromEntries(
  Object.entries<LimitRow>(ROWS).map(([id, row]) => [id, { ...row, id, checkedOn: CHECKED_ON }]),
) as Record<LimitId, Limit>
