import type { Scenario } from '../scenario.ts'
import type { Cause, Told } from './fault.ts'
import type { Evidence } from './lesson.ts'
import { withSet } from './withSet.ts'
import { numberText } from './words.ts'

/** The broken system with one of the offered fixes in it. */
export function withFix(scenario: Scenario, { fix }: Cause): Scenario {
  return typeof fix === 'function' ? fix(scenario) : withSet(scenario, fix)
}

/** What the run says to a cause, with its numbers in the gaps. */
export function toldOf({ evidence, told }: Cause, read: Pick<Evidence, 'value' | 'rate'>): string {
  let next = 0
  return evidence.replaceAll('{}', () => saidOf(told[next++], read))
}

function saidOf(told: Told | undefined, { value, rate }: Pick<Evidence, 'value' | 'rate'>): string {
  if (told === undefined) return '?'
  const number = (told.perSecond ? rate : value)(told.node, told.gauge, told.row) * (told.times ?? 1)
  return Number.isNaN(number) ? '?' : numberText(number)
}
