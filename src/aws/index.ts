export type { Described, Unit } from './limit.ts'
export { asLimitId, LIMITS, type LimitId, numbersOf, type PriceId } from './limits.ts'
export { limitFor, type Profile, priceFor } from './lookup.ts'
export { DEFAULT_REGION, REGIONS, type Region } from './regions.ts'
