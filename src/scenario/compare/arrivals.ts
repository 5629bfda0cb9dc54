import { fieldsOf, startValue } from '../fields.ts'
import type { Intervention, ProducerFields, ProducerNode, Scenario } from '../scenario.ts'

/** What decides which records a producer makes, and when; all its other fields are about sending them. */
const DECIDES: readonly (keyof ProducerFields)[] = [
  ...(['rate', 'profile', 'spacing', 'peakFactor', 'profileStartSeconds', 'profileEndSeconds'] as const),
  ...(['periodSeconds', 'onShare', 'recordBytes', 'recordBytesMax'] as const),
  ...(['keys', 'keyCount', 'keyPrefix', 'hotShare', 'zipfExponent', 'keyList'] as const),
]

export const producersIn = ({ nodes }: Scenario): ProducerNode[] => nodes.filter((node) => node.kind === 'producer')

/** Producers that make the same records at the same moments, given equal chance: arrivals depend on nothing that follows them. */
export function sameArrivals(one: Scenario, other: Scenario): boolean {
  const told = (scenario: Scenario) => producersIn(scenario).map((node) => toldOf(scenario, node))
  return one.seed === other.seed && JSON.stringify(told(one)) === JSON.stringify(told(other))
}

/** Equal arrivals, sent in the same way. */
export function sameProducers(one: Scenario, other: Scenario): boolean {
  const told = (scenario: Scenario) =>
    producersIn(scenario).map((node) => [
      node.id,
      fieldsOf('producer').map((field) => field.layout === true || startValue(node, field)),
      scenario.interventions.filter((step) => step.node === node.id),
    ])
  return sameArrivals(one, other) && JSON.stringify(told(one)) === JSON.stringify(told(other))
}

function toldOf({ interventions }: Scenario, node: ProducerNode) {
  const changes = (step: Intervention) =>
    step.node === node.id &&
    (step.action !== 'set' || (DECIDES as readonly string[]).includes(step.field)) &&
    step.action !== 'crash'
  return [node.id, DECIDES.map((name) => node[name]), interventions.filter(changes)]
}
