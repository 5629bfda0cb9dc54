import { loadBuiltIn } from '../../scenario/index.ts'
import { CATALOGUE } from '../../scenario/library/catalogue.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { readWorkshop } from '../../scenario/show/workshop.ts'
import type { ViewStore } from '../viewStore.ts'

/**
 * The workshop that a link names; `open` opens its scene, null leaves what the link itself has opened. All its scenes are
 * loaded at once, so that a network that goes away later takes none of them along.
 * @returns what is wrong with it, else null
 */
export async function openWorkshop(
  hash: string,
  view: ViewStore,
  open: ((scene: Scenario) => void) | null,
  standsAt?: string,
): Promise<string | null> {
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
  const all = Promise.all(read.ids.map((id) => loadBuiltIn(id))).catch(() => [])
  if (open !== null) {
    const scene = (await all)[at] ?? null
    if (scene === null) return 'A scene of this workshop did not load. Open the link again.'
    open(scene)
  }
  view.setState({ workshop: { ids: read.ids, at, list } })
  return null
}
