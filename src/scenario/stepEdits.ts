import { BOUNDS } from './bounds.ts'
import { fieldOf } from './fields.ts'
import { valueRefusal } from './fieldValue.ts'
import { interventionRefusal } from './interventionRules.ts'
import type { Intervention, Scenario } from './scenario.ts'

// Edits of what was done, wherever it stands in the run: no other step is lost by them. (Acting at the playhead is `edits.ts`.)

/** The document with its steps at other moments, and where each step of before stands now. */
export type Retimed = { scenario: Scenario; places: readonly number[] }

/** Moves steps, named by their places, to other moments; equal moments keep their order. Moments outside of the run are brought into it. */
export function retimeSteps(scenario: Scenario, moments: ReadonlyMap<number, number>): Retimed {
  const latest = Math.round(scenario.durationSeconds * 1e6)
  const moved = scenario.interventions.map((step, from) => {
    const at = moments.get(from)
    if (at === undefined) return { step, from }
    const inside = Math.min(latest, Math.max(0, Math.round(at)))
    return { step: inside === step.at ? step : { ...step, at: inside }, from }
  })
  moved.sort((a, b) => a.step.at - b.step.at || a.from - b.from)
  const places: number[] = []
  for (const [place, { from }] of moved.entries()) places[from] = place
  const same = moved.every(({ step }, i) => step === scenario.interventions[i])
  return { scenario: same ? scenario : { ...scenario, interventions: moved.map(({ step }) => step) }, places }
}

/** What is done instead at the same moment, to the same node. The same object when it would have no meaning. */
export function changeStep(scenario: Scenario, place: number, changed: Intervention): Scenario {
  const step = scenario.interventions[place]
  if (step === undefined || changed.at !== step.at || !isSound(scenario, changed)) return scenario
  return { ...scenario, interventions: scenario.interventions.with(place, changed) }
}

export function removeSteps(scenario: Scenario, places: readonly number[]): Scenario {
  const interventions = scenario.interventions.filter((_, i) => !places.includes(i))
  return interventions.length === scenario.interventions.length ? scenario : { ...scenario, interventions }
}

/** Steps more, each at its moment and behind what stands there already. Those without a meaning are left out; none when there is no room for all. */
export function insertSteps(scenario: Scenario, steps: readonly Intervention[]): Scenario {
  const sound = steps.filter((step) => isSound(scenario, step))
  if (sound.length === 0 || scenario.interventions.length + sound.length > BOUNDS.interventions) return scenario
  // Sorting is stable: what stood there stays before.
  return { ...scenario, interventions: [...scenario.interventions, ...sound].sort((a, b) => a.at - b.at) }
}

function isSound(scenario: Scenario, step: Intervention): boolean {
  const node = scenario.nodes.find(({ id }) => id === step.node)
  if (node === undefined || !Number.isSafeInteger(step.at) || step.at < 0) return false
  if (interventionRefusal(step, node) !== null) return false
  if (step.action !== 'set') return true
  const field = fieldOf(node.kind, step.field)
  return field !== undefined && valueRefusal(field, step.value) === null
}
