import { loadBuiltIn } from '../../scenario/index.ts'
import { CATALOGUE } from '../../scenario/library/catalogue.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { readWorkshop } from '../../scenario/show/workshop.ts'
import type { ViewStore } from '../viewStore.ts'

type Wish = {
  /** Opens its scene; null leaves what the link itself has opened. */
  open: ((scene: Scenario) => void) | null
  /** False once something else was opened: then nothing happens here any more. */
  isWanted: () => boolean
  /** The scene that is there after a reload. */
  standsAt: string | undefined
}

/**
 * The workshop that a link names. All its scenes are loaded at once, so that a network that goes away later takes none of
 * them along, but only the one that opens is waited for.
 * @returns what is wrong with it, else null
 */
export async function openWorkshop(
  hash: string,
  view: ViewStore,
  { open, isWanted, standsAt }: Wish,
): Promise<string | null> {
  if (!isWanted()) return null
  const parameters = new URLSearchParams(hash.slice(1))
  const list = parameters.get('workshop') ?? ''
  const read = readWorkshop(
    list,
    CATALOGUE.map(({ id }) => id),
  )
  if (!read.ok) return read.message
  const asked = Math.trunc(Number(parameters.get('at') ?? 1)) || 1
  const named = Math.max(0, Math.min(read.ids.length, asked) - 1)
  // After a reload the address may be that of an earlier moment; the scene that is there knows better.
  const isThere = standsAt === undefined || read.ids[named] === standsAt || !read.ids.includes(standsAt)
  const at = isThere ? named : read.ids.indexOf(standsAt)
  const loads = read.ids.map((id) => loadBuiltIn(id).catch(() => null))
  if (open !== null) {
    const scene = (await loads[at]) ?? null
    if (!isWanted()) return null
    if (scene === null) return 'A scene of this workshop did not load. Open the link again.'
    open(scene)
  }
  view.setState({ workshop: { ids: read.ids, at, list } })
  // Titles and handouts are of the scenes that are loaded: once all have come, or failed, they are read anew.
  void Promise.all(loads).then(() => {
    const { workshop } = view.getState()
    if (workshop?.list === list) view.setState({ workshop: { ...workshop } })
  })
  return null
}
