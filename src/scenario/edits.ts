import { BOUNDS } from './bounds.ts'
import { fieldOf, startValue } from './fields.ts'
import { valueRefusal } from './fieldValue.ts'
import { interventionRefusal } from './interventionRules.ts'
import type { Intervention, Scenario, ScenarioNode } from './scenario.ts'
import { shortened } from './shortened.ts'
import { valueAt } from './valueAt.ts'

// Changes of the document as pure functions. One that has no meaning (an unknown node, a value out of its
// range) gives the same object back, so that nothing is stored, undone or run again for it.

/**
 * Turns a field at a moment of the run. At 0, and for fields that shape the run as a whole, that is the start value;
 * later it is an intervention at that moment, in the place of one for the same field and moment, and later ones go:
 * who acts in the past begins another future.
 */
export function setField(
  scenario: Scenario,
  nodeId: string,
  fieldName: string,
  value: number | string,
  atMicros: number,
): Scenario {
  const node = scenario.nodes.find((other) => other.id === nodeId)
  const field = node === undefined ? undefined : fieldOf(node.kind, fieldName)
  if (node === undefined || field === undefined || valueRefusal(field, value) !== null) return scenario
  if (atMicros <= 0 || field.structural || field.layout === true) return setStart(scenario, node, fieldName, value)
  if (valueAt(scenario, nodeId, fieldName, atMicros) === value) return scenario
  const isSame = (step: Intervention) =>
    step.at === atMicros && step.action === 'set' && step.node === nodeId && step.field === fieldName
  const past = {
    ...scenario,
    interventions: scenario.interventions.filter((step) => step.at <= atMicros && !isSame(step)),
  }
  // Turned back within one gesture: no step is needed at all.
  if (valueAt(past, nodeId, fieldName, atMicros) === value) return past
  return append(past, { at: atMicros, node: nodeId, action: 'set', field: fieldName, value }) ?? scenario
}

/** The start value alone. Steps for workers that are no longer there go with them. */
function setStart(scenario: Scenario, node: ScenarioNode, fieldName: string, value: number | string): Scenario {
  const field = fieldOf(node.kind, fieldName)
  if (field === undefined || startValue(node, field) === value) return scenario
  const changed = { ...node, [fieldName]: value } as ScenarioNode
  const nodes = scenario.nodes.map((other) => (other === node ? changed : other))
  const interventions = scenario.interventions.filter(
    (step) => step.node !== node.id || interventionRefusal(step, changed) === null,
  )
  return {
    ...scenario,
    nodes,
    interventions: interventions.length === scenario.interventions.length ? scenario.interventions : interventions,
  }
}

/** Something done at a moment: it comes after what was done at the same moment, and later steps go. */
export function addIntervention(scenario: Scenario, step: Intervention): Scenario {
  const node = scenario.nodes.find((other) => other.id === step.node)
  if (!isMoment(step.at) || interventionRefusal(step, node) !== null) return scenario
  if (step.action === 'set') return setField(scenario, step.node, step.field, step.value, step.at)
  const past = { ...scenario, interventions: scenario.interventions.filter((other) => other.at <= step.at) }
  return append(past, step) ?? scenario
}

function append(past: Scenario, step: Intervention): Scenario | null {
  if (past.interventions.length >= BOUNDS.interventions) return null
  return { ...past, interventions: [...past.interventions, step] }
}

export function setSeed(scenario: Scenario, seed: number): Scenario {
  if (!Number.isInteger(seed) || seed < 0 || seed > BOUNDS.seed || seed === scenario.seed) return scenario
  return { ...scenario, seed }
}

/** From 1 s to a week. Steps beyond the end stay: they count again when the run is made longer. */
export function setDuration(scenario: Scenario, durationSeconds: number): Scenario {
  if (
    !(durationSeconds >= 1 && durationSeconds <= BOUNDS.durationSeconds) ||
    durationSeconds === scenario.durationSeconds
  )
    return scenario
  return { ...scenario, durationSeconds }
}

export function setTitle(scenario: Scenario, title: string): Scenario {
  const short = shortened(title, BOUNDS.titleLength)
  return short === '' || short === scenario.title ? scenario : { ...scenario, title: short }
}

/** A whole microsecond from 0 on. */
function isMoment(at: number): boolean {
  return Number.isSafeInteger(at) && at >= 0
}
