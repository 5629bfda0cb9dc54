import { BOUNDS } from './bounds.ts'
import type { Change } from './brief.ts'
import { addIntervention, setField } from './edits.ts'
import { fieldOf, fieldsOf, startValue } from './fields.ts'
import { valueRefusal } from './fieldValue.ts'
import { interventionRefusal } from './interventionRules.ts'
import type { Scenario, ScenarioNode } from './scenario.ts'
import { stepAt } from './tryStep.ts'

// What something to try changes: done at a moment, or recorded from what a hand has done.

/** Why a change has no meaning in this scene; null when it has one. Unlike a step of a run it may also turn a structural field. */
export function changeRefusal(change: Change, node: ScenarioNode | undefined): string | null {
  if (node === undefined || change.action !== 'set') return interventionRefusal(stepAt(change, 0), node)
  const field = fieldOf(node.kind, change.field)
  if (field === undefined || field.layout === true) return `${node.name} has no field ${change.field}`
  const refusal = valueRefusal(field, change.value)
  return refusal === null ? null : `${change.field} ${refusal}`
}

/** Does the changes at a moment, as a hand at the controls would. What has no meaning is left out. */
export function withChanges(scenario: Scenario, changes: readonly Change[], atMicros: number): Scenario {
  return changes.reduce(
    (now, change) =>
      change.action === 'set'
        ? setField(now, change.node, change.field, change.value, atMicros)
        : addIntervention(now, stepAt(change, atMicros)),
    scenario,
  )
}

/** What was done by hand between two states of a document, the last value of each field alone; at most as many as a step holds. */
export function recordedChanges(before: Scenario, after: Scenario): Change[] {
  const found: Change[] = []
  for (const node of after.nodes) {
    const old = before.nodes.find(({ id, kind }) => id === node.id && kind === node.kind)
    if (old === undefined) continue
    for (const field of turnable(node)) {
      const value = startValue(node, field)
      if (value !== startValue(old, field)) found.push({ node: node.id, action: 'set', field: field.name, value })
    }
  }
  const known = new Set(before.interventions.map((step) => JSON.stringify(step)))
  for (const step of after.interventions) {
    if (known.has(JSON.stringify(step))) continue
    const { at: _, ...change } = step
    if (change.action === 'set') {
      const same = found.findIndex(
        (other) => other.action === 'set' && other.node === change.node && other.field === change.field,
      )
      if (same >= 0) found.splice(same, 1)
    }
    found.push(change as Change)
  }
  return found.slice(0, BOUNDS.stepChanges)
}

/** The document as it is, with the values and steps that it had before: new nodes, links, names and words stay. */
export function withoutRecorded(before: Scenario, after: Scenario): Scenario {
  const nodes = after.nodes.map((node) => {
    const old = before.nodes.find(({ id, kind }) => id === node.id && kind === node.kind)
    if (old === undefined) return node
    const values = turnable(node).map((field) => [field.name, startValue(old, field)])
    return { ...node, ...Object.fromEntries(values) } as ScenarioNode
  })
  const interventions = before.interventions.filter(
    (step) =>
      interventionRefusal(
        step,
        nodes.find(({ id }) => id === step.node),
      ) === null,
  )
  return { ...after, nodes, interventions }
}

const turnable = (node: ScenarioNode) => fieldsOf(node.kind).filter((field) => field.layout !== true)
