import { bucketText } from '../../src/panels/inquiry/bucketText.ts'
import { parseScenario } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'

/** What a person can build and open, whole. */
function asOpened(of: Scenario): Scenario {
  const opened = parseScenario(of)
  if (!opened.ok || opened.dropped.length > 0) throw new Error(JSON.stringify(opened))
  return opened.scenario
}

/** Of the first refusal its fact, its arithmetic, and the sum of the second before; null where nothing was refused in 2.5 s. */
export function firstRefusal(of: Scenario, store: string, seconds = 2.5): string | null {
  const opened = asOpened(of)
  for (let half = 1; half <= seconds * 2; half++) {
    const window = { fromMicros: 0, untilMicros: half * 500_000 }
    const said = answerTo(opened, { kind: 'refusals', store, ...window })
    if (said.kind !== 'refusals') throw new Error(JSON.stringify(said))
    const [first] = said.refusals
    if (first === undefined) continue
    const { factId, bucket, lastSecond } = first
    const sum = lastSecond === null ? '' : `; ${lastSecond.records + lastSecond.calls} in the second before`
    return `${factId} ${bucket && bucketText(bucket)}${sum}`
  }
  return null
}
