import { setField } from './edits.ts'
import type { Field } from './fields/field.ts'
import { fieldOf, fieldsOf } from './fields.ts'
import { readFieldValue } from './fieldValue.ts'
import type { Scenario, ScenarioNode } from './scenario.ts'

export type Override = { ok: true; scenario: Scenario } | { ok: false; message: string }
type Found = { ok: true; node: ScenarioNode; field: Field } | { ok: false; message: string }

/**
 * A start value in words: `producer.rate=4000`, `queue.visibilityTimeoutSeconds=5 min`, `rate=4k`. Numbers may carry units.
 * A field without its node is meant for the only node that has it, or else for the node of the brief's slider.
 */
export function applyOverride(scenario: Scenario, text: string): Override {
  const at = text.indexOf('=')
  if (at < 1) return { ok: false, message: `"${text.slice(0, 60)}" is not of the form node.field=value.` }
  return applyPathOverride(scenario, text.slice(0, at).trim(), text.slice(at + 1).trim())
}

export function applyPathOverride(scenario: Scenario, path: string, word: string): Override {
  const found = findField(scenario, path)
  if (!found.ok) return found
  const read = readFieldValue(found.field, word)
  if (!read.ok) return { ok: false, message: `${path}: ${read.message}.` }
  return { ok: true, scenario: setField(scenario, found.node.id, found.field.name, read.value, 0) }
}

/** The node and field that a path of a link or of the command line means. */
export function findField(scenario: Scenario, path: string): Found {
  const dot = path.indexOf('.')
  if (dot < 0) return findBareField(scenario, path)
  const [nodeId, name] = [path.slice(0, dot), path.slice(dot + 1)]
  const node = scenario.nodes.find((other) => other.id === nodeId)
  if (node === undefined)
    return {
      ok: false,
      message: `There is no node ${nodeId.slice(0, 40)}. Nodes: ${scenario.nodes.map((other) => other.id).join(', ')}.`,
    }
  const field = fieldOf(node.kind, name)
  if (field !== undefined) return { ok: true, node, field }
  return {
    ok: false,
    message: `${nodeId} has no field ${name.slice(0, 40)}. Fields: ${fieldsOf(node.kind)
      .map((other) => other.name)
      .join(', ')}.`,
  }
}

function findBareField(scenario: Scenario, name: string): Found {
  const owners = scenario.nodes.filter((node) => fieldOf(node.kind, name) !== undefined)
  const sliderNode = scenario.brief.slider?.split('.')[0]
  const node = owners.length === 1 ? owners[0] : owners.find((owner) => owner.id === sliderNode)
  const field = node === undefined ? undefined : fieldOf(node.kind, name)
  if (node !== undefined && field !== undefined) return { ok: true, node, field }
  if (owners.length > 1)
    return {
      ok: false,
      message: `Several nodes have a field ${name}: say ${owners.map((owner) => `${owner.id}.${name}`).join(' or ')}.`,
    }
  return {
    ok: false,
    message: `No node has a field ${name.slice(0, 40)}. Nodes: ${scenario.nodes.map((other) => other.id).join(', ')}.`,
  }
}

/** The shortest path that means this field in this scenario. */
export function pathOf(scenario: Scenario, node: ScenarioNode, field: Field): string {
  const bare = findBareField(scenario, field.name)
  return bare.ok && bare.node.id === node.id ? field.name : `${node.id}.${field.name}`
}
