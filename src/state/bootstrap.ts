import type { Scenario } from '../scenario/scenario.ts'
import type { Autosave } from './autosave.ts'
import { courseOf, isLink, namesWorkshop } from './linkTime.ts'
import type { Opening } from './opening.ts'
import type { Platform } from './platform.ts'
import type { UrlSync } from './urlSync.ts'
import type { ViewStore } from './viewStore.ts'

type Parts = {
  platform: Platform
  view: ViewStore
  autosave: Autosave
  opening: Opening
  urlSync: UrlSync
  starter: () => Scenario
  warmUp: () => void
}

/** What the page opens with: the link in the address bar, else the work of this tab, else the starter scenario, running. */
export function createBootstrap({
  platform,
  view,
  autosave,
  opening,
  urlSync,
  starter,
  warmUp,
}: Parts): () => Promise<void> {
  let newest = 0

  async function openLink(hash: string) {
    newest += 1
    const mine = newest
    const isNewest = () => mine === newest
    urlSync.hold()
    const course = courseOf(hash)
    view.setState({ workshop: undefined })
    if (hash.startsWith('#workshop=')) await openRow(hash, isNewest, true)
    // The step brings its own document; until its lesson is there, what stands here stands.
    else if (course?.opens) opening.openScenario(starter())
    else {
      await opening.openHash(hash)
      if (isNewest()) await openRow(hash, isNewest)
    }
    // A link that came meanwhile has the place and the address.
    if (!isNewest()) return
    view.setState({ course })
    urlSync.resume()
  }

  /** The workshop that a link names. One that cannot be read leaves the scene that is there, else the starter. */
  async function openRow(hash: string, isNewest: () => boolean, opens = false, standsAt?: string) {
    if (!namesWorkshop(hash)) return
    const opened = opening.opened()
    const { openWorkshop } = await import('./course/openWorkshop.ts')
    const detail = await openWorkshop(hash, view, {
      open: opens ? (scene) => opening.openScenario(scene, 0, true) : null,
      // Somebody who was quicker than the network wants what was opened last.
      isWanted: () => isNewest() && opening.opened() === opened,
      standsAt,
    })
    if (detail === null) return
    if (opens) opening.openScenario(starter())
    // What is offered beside it, the work that the link has covered, stays.
    const { notice } = view.getState()
    view.setState({ notice: { ...notice, text: 'This workshop could not be opened.', detail, linkText: hash } })
  }

  async function start() {
    warmUp()
    const hash = platform.hash()
    const work = await autosave.read('work')
    platform.onHashChange((typed) => {
      if (isLink(typed)) void openLink(typed)
      else urlSync.now()
    })
    // After a reload, and with our own last hash, the saved work knows more than the link: the exact playhead, that it played,
    // and the newest edits. A reload begins with the address of its first moment, and that may be older than what was saved.
    if (work !== null && (!isLink(hash) || hash === work.hash || platform.reloaded())) {
      opening.openWork(work)
      view.setState({ course: courseOf(hash) })
      const before = newest
      await openRow(hash, () => newest === before, false, work.scenario.id)
      if (newest !== before) return
    } else if (isLink(hash)) {
      if (work !== null) opening.setAside(work)
      return openLink(hash)
    } else opening.openScenario(starter())
    urlSync.resume()
  }

  return start
}
