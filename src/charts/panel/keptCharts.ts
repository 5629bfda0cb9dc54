import type { Scenario } from '../../scenario/scenario.ts'
import { type Chosen, keyOf, parseChosen } from './chosen.ts'

// The charts of a tab stay with the tab, as its work does. Where nothing can be kept they last as long as the page.

const KEY = 'shardscope.charts'
const AT_MOST = 12
let now: unknown = null

function read(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? now
  } catch {
    return now
  }
}

/** Those that this scene still has; null when none was ever chosen in this tab. */
export function keptCharts(scenario: Scenario): Chosen[] | null {
  const kept = read()
  if (!Array.isArray(kept)) return null
  const all = kept.map((one) => parseChosen(one, scenario)).filter((one) => one !== null)
  return [...new Map(all.map((one) => [keyOf(one), one])).values()].slice(0, AT_MOST)
}

export function keepCharts(charts: readonly Chosen[]): void {
  now = charts
  try {
    sessionStorage.setItem(KEY, JSON.stringify(charts))
  } catch {
    // They still hold for this page.
  }
}
