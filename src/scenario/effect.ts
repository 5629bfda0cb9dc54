import { fieldsOf, startValue } from './fields.ts'
import type { Intervention, Scenario, ScenarioNode } from './scenario.ts'

/** What an edit means for the run: nothing, or the run begins again and goes to the same playhead. */
export function editEffect(before: Scenario, after: Scenario): 'none' | 'rerun' {
  if (before === after) return 'none'
  const same =
    before.seed === after.seed &&
    before.durationSeconds === after.durationSeconds &&
    before.profile === after.profile &&
    before.region === after.region &&
    sameList(played(before), played(after), sameRun) &&
    sameList(before.links, after.links, (a, b) => a.from === b.from && a.to === b.to && a.keys === b.keys) &&
    sameList(before.interventions, after.interventions, sameStep)
  return same ? 'none' : 'rerun'
}

/** The run knows nothing of notes. */
const played = ({ nodes }: Scenario) => (nodes.some(isNote) ? nodes.filter((node) => !isNote(node)) : nodes)
const isNote = ({ kind }: ScenarioNode) => kind === 'note'

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => same(item, b[index] as T)))
}

/** Names, places and fields of the drawing do not count. */
function sameRun(a: ScenarioNode, b: ScenarioNode): boolean {
  if (a === b) return true
  if (a.kind !== b.kind || a.id !== b.id) return false
  return fieldsOf(a.kind).every((field) => field.layout === true || startValue(a, field) === startValue(b, field))
}

function sameStep(a: Intervention, b: Intervention): boolean {
  if (a === b) return true
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}
