import { RIBBON_WIDTH_PER_RATE } from './measures.ts'
import type { Flow } from './ribbons.ts'

/** A ribbon keeps its width until it would change by so much: chance in the arrivals is not worth a new drawing. */
const PIXELS = 0.75
const SHARE = 0.12

/** Keeps the shown rate of every flow that has not changed visibly. `shown` is the memory, by store and flow. */
export function steadyFlows(store: string, flows: readonly Flow[], shown: Map<string, number>): Flow[] {
  return flows.map((flow) => {
    const key = `${store} ${flow.producer} ${flow.shard} ${flow.paint}`
    const before = shown.get(key)
    const change = Math.abs(flow.rate - (before ?? 0))
    const isSame = before !== undefined && (change * RIBBON_WIDTH_PER_RATE < PIXELS || change < before * SHARE)
    if (!isSame) shown.set(key, flow.rate)
    return isSame ? { ...flow, rate: before } : flow
  })
}
