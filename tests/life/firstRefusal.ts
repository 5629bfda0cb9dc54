import { bucketText } from '../../src/panels/inquiry/bucketText.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'

/** Of the first refusal its fact, its arithmetic, and the sum of the second before; null where nothing was refused in 2.5 s. */
export function firstRefusal(of: Scenario, store: string, seconds = 2.5): string | null {
  for (let half = 1; half <= seconds * 2; half++) {
    const window = { fromMicros: 0, untilMicros: half * 500_000 }
    const said = answerTo(of, { kind: 'refusals', store, ...window })
    if (said.kind !== 'refusals') throw new Error(JSON.stringify(said))
    const [first] = said.refusals
    if (first === undefined) continue
    const { factId, bucket, lastSecond } = first
    const sum = lastSecond === null ? '' : `; ${lastSecond.records + lastSecond.calls} in the second before`
    return `${factId} ${bucket && bucketText(bucket)}${sum}`
  }
  return null
}
