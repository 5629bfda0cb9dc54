export type { Described, Unit } from './limit.ts'
export { LIMITS, type LimitId } from './limits.ts'
export { limitFor, priceFor } from './lookup.ts'
export { DEFAULT_REGION, REGIONS } from './regions.ts'
