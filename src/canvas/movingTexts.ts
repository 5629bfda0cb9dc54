import { type DrawnText, setTexts } from './drawnTexts.ts'
import { CLOSE } from './far.ts'
import { PITCH } from './measures.ts'
import type { Moment, StagePicture } from './stagePicture.ts'
import type { StagePlan } from './stagePlan.ts'
import { rowOf } from './streamGeometry.ts'

const EVERY = 5
/** The word "now" stands over the newest beads. */
const NOW_ROOM = 40
/** The word stands beside the column; further right the limit's own label is in the way. */
const BURST_ASIDE = 20
const BURST_ROOM = 150
/** From the middle of a ghost to that of its number. */
const GHOST_ASIDE = 18

/** Age in columns of the newest burst on a tape, -1 without one. */
function newestBurst(bursts: readonly number[], tape: number): number {
  for (let i = 0; i < bursts.length; i += 2) if (bursts[i] === tape) return bursts[i + 1] ?? -1
  return -1
}

/** Sequence numbers over the beads of a tape, and the seconds left beside a ghost when rings may not move. */
export function createMovingTexts(root: Element) {
  const groups = new Map<string, Element>()
  const group = (name: string): Element | null => {
    const known = groups.get(name)
    if (known?.isConnected) return known
    const found = root.querySelector(`[data-texts="${CSS.escape(name)}"]`)
    if (found) groups.set(name, found)
    return found
  }
  return (plan: StagePlan, picture: StagePicture, moment: Moment, zoom: number): void => {
    const isClose = zoom >= CLOSE
    plan.tapes.forEach((tape, index) => {
      // A folded tape has no words, and to look for them in a large scene in every frame is what costs most.
      if (tape.folded) return
      const beads = picture.beadPlaces[index] ?? []
      const { geometry } = tape.stream
      const row = rowOf(geometry, tape.shard)
      const target = group(`${tape.stream.node.id}.${tape.shard}`)
      if (!target || !row) return
      const length = geometry.tearX - geometry.tapeX
      if (!plan.beds[index]?.bead) {
        const age = newestBurst(picture.bursts, index)
        const x = geometry.tapeX + age * PITCH + BURST_ASIDE
        // Beside the word at the left end there is no room for another one.
        const seen = age * PITCH > NOW_ROOM && x < geometry.tearX - BURST_ROOM
        setTexts(target, seen ? [{ x, y: row.tapeTop - 8.5, text: 'burst' }] : [])
        return
      }
      setTexts(
        target,
        beads
          .filter(({ index, offset }) => (isClose || (index % EVERY === 0 && offset > NOW_ROOM)) && offset < length - 8)
          .map((bead) => ({
            x: geometry.tapeX + bead.offset,
            y: row.tapeTop - (isClose ? 2.5 : 8.5),
            text: String(bead.index),
            isClose,
          })),
      )
    })
    for (const { plan: bag, picture: inBag } of picture.bags) {
      const target = group(bag.queue.node.id)
      if (!target) continue
      const texts: DrawnText[] =
        moment.reduced && inBag
          ? inBag.beads
              .filter((bead) => bead.ghost)
              .map((bead) => ({
                x: bead.x,
                y: bead.y + 20,
                text: `${Math.max(0, Math.ceil(bead.leftMicros / 1e6))} s`,
              }))
          : isClose && inBag
            ? // Left of a ring: below it may stand the next one, and to the right goes its line.
              inBag.beads.map(({ x, y, record, ghost }) => ({
                x: ghost ? x - GHOST_ASIDE : x,
                y: ghost ? y + 2 : y + 15,
                text: String(record),
                isClose,
              }))
            : []
      setTexts(target, texts)
    }
  }
}
