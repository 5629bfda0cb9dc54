import { sameArrivals, sameProducers } from '../../scenario/compare/arrivals.ts'
import { sideBySide, sideBySideRefusal, type Traffic } from '../../scenario/compare/sideBySide.ts'
import { editEffect } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { insertSteps } from '../../scenario/stepEdits.ts'
import type { Aside } from '../../state/actions.ts'
import { applyEdit, viewStore } from '../../state/index.ts'
import { type Stage, stage } from '../../state/workbench/stageDoor.ts'
import { clockText } from '../../ui/clockText.ts'
import type { Pick } from './PickList.tsx'

/** The scene as it is now, as it was when it was opened, and the futures that were left. */
export function versionPicks(here: Scenario, opened: Scenario, asides: readonly Aside[]): Pick[] {
  const changed = editEffect(opened, here) === 'rerun'
  return [
    ...(changed ? [version('opened', 'Before the changes', 'As it was when it was opened.', here, opened)] : []),
    version(
      'now',
      'As it is now',
      'Twice the same: change one of them, and what differs comes of the change.',
      here,
      here,
    ),
    ...asides.flatMap(({ at, steps }, i) => {
      const there = insertSteps({ ...here, interventions: here.interventions.filter((step) => step.at <= at) }, steps)
      const title = `The future left at ${clockText(at)}`
      return there === here
        ? []
        : [version(`aside ${i}`, title, 'With the later steps that were set aside.', here, there)]
    }),
  ]
}

function version(id: string, title: string, detail: string, here: Scenario, there: Scenario): Pick {
  // Producers that send otherwise stand on both sides; their arrivals may be equal all the same.
  const traffic = sameProducers(here, there) ? 'same' : 'own'
  return pick(`version ${id}`, 'version', title, detail, here, there, traffic)
}

/** Every scene on the traffic of this one; further down those with other traffic once more, each with its own. */
export function comparePicks(here: Scenario, scenes: readonly Scenario[]): Pick[] {
  const others = scenes.filter(({ id }) => id !== here.id)
  const origin = scenes.find(({ id }) => id !== undefined && id === here.id)
  const changed = origin !== undefined && editEffect(origin, here) === 'rerun'
  return [
    ...(changed ? [version('library', 'As in the library', origin.brief.question, here, origin)] : []),
    ...others.map((there) =>
      pick(`same ${there.id}`, 'the same traffic', there.title, there.brief.question, here, there, 'same'),
    ),
    ...others
      .filter((there) => !sameArrivals(here, there))
      .map((there) =>
        pick(`own ${there.id}`, 'its own traffic', there.title, there.brief.question, here, there, 'own'),
      ),
  ]
}

function pick(
  id: string,
  sort: string,
  title: string,
  detail: string,
  here: Scenario,
  there: Scenario,
  traffic: Traffic,
): Pick {
  const refusal = sideBySideRefusal(here, there, traffic)
  if (refusal !== null) return { id, text: title, sort, detail: refusal, isRefused: true, run: () => {} }
  return {
    id,
    text: title,
    sort,
    detail,
    run() {
      viewStore.getState().select(null)
      applyEdit((document) => {
        const rough = sideBySide(document, there, title, traffic)
        return sideBySide(document, there, title, traffic, bottomOn(stage(), document, rough))
      })
      stage()?.fit()
    },
  }
}

/** Where a scene ends as it is drawn beside the other: its producers grow by their new links. Without a canvas its document has to do. */
function bottomOn(drawn: Stage | null, { nodes }: Scenario, both: Scenario): number | undefined {
  const boxes = drawn?.boxesOf(both)
  const bottoms = nodes.flatMap(({ id }) => boxes?.get(id) ?? []).map(({ y, height }) => y + height)
  return bottoms.length === 0 ? undefined : Math.max(...bottoms)
}
