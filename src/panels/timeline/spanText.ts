import type { Scenario } from '../../scenario/scenario.ts'
import type { StepSpan } from '../../scenario/stepSpans.ts'
import { clockText } from '../../ui/clockText.ts'
import { interventionText } from '../interventionText.ts'

/** What is so while a bar lasts, or what a mark stands for. */
export function spanText({ begin, end }: StepSpan, scenario: Scenario): string {
  const step = scenario.interventions[begin]
  if (step === undefined) return ''
  if (end === null || step.action === 'set') return interventionText(step, scenario)
  const node = scenario.nodes.find(({ id }) => id === step.node)
  const name = node?.name ?? step.node
  const who = node !== undefined && 'workers' in node && 'worker' in step ? `worker ${step.worker + 1} ` : ''
  if (step.action === 'crash') return `${name}: ${who === '' ? 'down' : `${who}dead`}`
  if (step.action === 'pause') return `${name}: ${who === '' ? 'may not run' : `${who}stands still`}`
  return `${name}: ${who}cut off from the lease table`
}

/** For those who hear it: the words, and when. */
export function spokenSpan(span: StepSpan, scenario: Scenario): string {
  const at = clockText(scenario.interventions[span.begin]?.at ?? 0)
  const until = span.end === null ? '' : ` to ${clockText(scenario.interventions[span.end]?.at ?? 0)}`
  return `${at}${until}, ${spanText(span, scenario)}`
}
