import { setField } from '../edits.ts'
import { fieldOf } from '../fields.ts'
import { type Problem, problems } from '../problems.ts'
import { formatQuantity } from '../quantity.ts'
import type { Scenario } from '../scenario.ts'
import { disconnect } from '../structureEdits.ts'

export type Fix = { label: string; scenario: Scenario }

const SECONDS = [30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200]
const COUNTS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 100, 128, 200, 256, 500]
/** Values that a person would choose, by field. What is a matter of taste or of money is not among them. */
const CANDIDATES: Readonly<Record<string, readonly (number | string)[]>> = {
  visibilityTimeoutSeconds: SECONDS,
  callsAtOnce: COUNTS,
  batchRecords: COUNTS.toReversed(),
  messagesPerBatch: [10],
  windowSeconds: [0, 1],
  maximumConcurrency: [2],
  deduplicationScope: ['messageGroup', 'queue'],
  throughputLimit: ['perMessageGroupId', 'perQueue'],
  topicType: ['fifo'],
  workers: COUNTS.toReversed(),
}
/** A stream that is offered too much has room with more shards; its limits are AWS's. */
const BY_SHARDS: ReadonlySet<string> = new Set(['writeRecordsPerSecond', 'writeBytesPerSecond'])

/** The first value that ends a problem and begins no other, as a start value; null when there is none that is safe. */
export function fixOf(scenario: Scenario, problem: Problem): Fix | null {
  const node = scenario.nodes.find(({ id }) => id === problem.nodeId)
  if (node === undefined || problem.field === undefined) return danglingFix(scenario, problem)
  const byShards = node.kind === 'stream' && BY_SHARDS.has(problem.field)
  const name = byShards ? 'shards' : problem.field
  const field = fieldOf(node.kind, name)
  if (field === undefined) return null
  const present = (node as Record<string, unknown>)[name]
  for (const value of byShards ? COUNTS : (CANDIDATES[name] ?? [])) {
    const isStep = typeof value !== 'number' || typeof present !== 'number' || isBetter(name, value, present)
    const tried = isStep ? setField(scenario, node.id, name, value, 0) : scenario
    if (tried === scenario || !ends(scenario, tried, problem)) continue
    const text = typeof value === 'number' ? formatQuantity(value, field.unit) : value
    const label = field.choices?.find((choice) => choice.value === value)?.label ?? text
    return { label: `${field.label}: ${label}`, scenario: tried }
  }
  return null
}

/** Fewer workers, smaller batches; more of everything else. */
const isBetter = (name: string, value: number, present: number) =>
  name === 'workers' || name === 'batchRecords' || name === 'messagesPerBatch' ? value < present : value !== present

function ends(before: Scenario, after: Scenario, problem: Problem): boolean {
  const left = problems(after)
  const same = (other: Problem) => other.nodeId === problem.nodeId && other.field === problem.field
  return !left.some(same) && left.length < problems(before).length
}

function danglingFix(scenario: Scenario, problem: Problem): Fix | null {
  const ids = new Set(scenario.nodes.map(({ id }) => id))
  const link = scenario.links.find(
    ({ from, to }) => !(ids.has(from) && ids.has(to)) && (from === problem.nodeId || to === problem.nodeId),
  )
  return link === undefined ? null : { label: 'Delete the link', scenario: disconnect(scenario, link.from, link.to) }
}
