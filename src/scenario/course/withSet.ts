import { applyOverride } from '../overrides.ts'
import type { Scenario } from '../scenario.ts'

/** A document with fields set otherwise, as `node.field=value`. Throws where the two do not fit, which tests look for. */
export function withSet(scenario: Scenario, set: readonly string[]): Scenario {
  return set.reduce((one, text) => {
    const result = applyOverride(one, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, scenario)
}
