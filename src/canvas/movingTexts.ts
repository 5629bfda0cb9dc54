import { type DrawnText, setTexts } from './drawnTexts.ts'
import type { Moment, StagePicture } from './stagePicture.ts'
import type { StagePlan } from './stagePlan.ts'

const EVERY = 5

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
  return (plan: StagePlan, picture: StagePicture, moment: Moment): void => {
    plan.tapes.forEach((tape, index) => {
      const beads = picture.beadPlaces[index] ?? []
      if (!plan.beds[index]?.bead) return
      const { geometry } = tape.stream
      const row = geometry.shards[tape.shard]
      const target = group(`${tape.stream.node.id}.${tape.shard}`)
      if (!target || !row) return
      const length = geometry.tearX - geometry.tapeX
      setTexts(
        target,
        beads
          .filter((bead) => bead.index % EVERY === 0 && bead.offset > 0 && bead.offset < length - 8)
          .map((bead) => ({ x: geometry.tapeX + bead.offset, y: row.tapeTop - 6, text: String(bead.index) })),
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
          : []
      setTexts(target, texts)
    }
  }
}
