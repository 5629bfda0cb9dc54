import { diffLink } from '../../scenario/index.ts'
import { builtIn } from '../../scenario/library/loaded.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Workshop } from '../../state/viewStore.ts'

/** One sheet of paper. `link` is null where the scene is no change of a built-in one: what it holds fits into no code. */
export type HandoutPage = { scenario: Scenario; place: string; link: string | null }

/** The scenes of a workshop that have been loaded, or the scene that is open. */
export function handoutPages(present: Scenario, workshop: Workshop | undefined, address: string): HandoutPage[] {
  const linkOf = (scenario: Scenario) => {
    const difference = diffLink(scenario)
    return difference === null ? null : address + difference
  }
  if (workshop === undefined) return [{ scenario: present, place: '', link: linkOf(present) }]
  return workshop.ids.flatMap((id, at) => {
    const scenario = builtIn(id)
    const place = `${at + 1} of ${workshop.ids.length}`
    return scenario === null ? [] : [{ scenario, place, link: linkOf(scenario) }]
  })
}
