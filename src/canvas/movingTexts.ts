import { BEAD_FONT } from './beadMarks.ts'
import { CLOSE, FAR } from './far.ts'
import { PITCH } from './measures.ts'
import type { Palette } from './palette.ts'
import type { Moment, StagePicture } from './stagePicture.ts'
import type { StagePlan } from './stagePlan.ts'
import { isInSight } from './tapeMarks.ts'
import type { Area } from './viewport.ts'

const EVERY = 5
/** The word "now" stands over the newest beads. */
const NOW_ROOM = 40
/** The word stands beside the column; further right the limit's own label is in the way. */
const BURST_ASIDE = 20
const BURST_ROOM = 150
/** From the middle of a ghost to that of its number. */
const GHOST_ASIDE = 18

/** As the style sheet has them: the smallest text of a drawing, and numbers that are there close up alone. */
const TICK_FONT = BEAD_FONT.replace('600 10.4px', '11px')
const CLOSE_FONT = BEAD_FONT.replace('600 10.4px', '6.5px')

/** Age in columns of the newest burst on a tape, -1 without one. */
function newestBurst(bursts: readonly number[], tape: number): number {
  for (let i = 0; i < bursts.length; i += 2) if (bursts[i] === tape) return bursts[i + 1] ?? -1
  return -1
}

/**
 * Sequence numbers over the beads of a tape, and the seconds left beside a ghost when rings may not move. Words that move with
 * the messages are drawn with them: as part of the drawing under them they were laid out and painted anew in each frame.
 */
export function drawMovingTexts(
  context: CanvasRenderingContext2D,
  plan: StagePlan,
  picture: StagePicture,
  { reduced }: Moment,
  palette: Palette,
  zoom: number,
  sight: Area,
): void {
  if (zoom < FAR) return
  const isClose = zoom >= CLOSE && palette.hasNumbers
  context.fillStyle = palette.ink3
  context.font = isClose ? CLOSE_FONT : TICK_FONT
  plan.tapes.forEach((tape, index) => {
    const bed = plan.beds[index]
    if (!bed || tape.folded || !isInSight(tape, sight)) return
    const { geometry } = tape.stream
    if (!bed.bead) {
      const age = newestBurst(picture.bursts, index)
      const offset = age * PITCH + BURST_ASIDE
      // Beside the word at the left end there is no room for another one.
      if (age * PITCH <= NOW_ROOM || offset >= geometry.tearX - geometry.tapeX - BURST_ROOM) return
      context.font = TICK_FONT
      context.fillText('burst', bed.x + offset, tape.top - 8.5)
      return
    }
    if (zoom >= CLOSE && !isClose) return
    for (const { index: number, offset } of picture.beadPlaces[index] ?? []) {
      if (offset >= geometry.tearX - geometry.tapeX - 8) continue
      if (isClose || (number % EVERY === 0 && offset > NOW_ROOM))
        context.fillText(String(number), bed.x + offset, tape.top - (isClose ? 2.5 : 8.5))
    }
  })
  for (const { plan: bag, picture: inBag } of picture.bags) {
    const { x, y } = bag.queue
    if (!reduced && !isClose) continue
    context.font = reduced ? TICK_FONT : CLOSE_FONT
    for (const bead of inBag?.beads ?? []) {
      const [middle, foot] = [x + bead.x, y + bead.y]
      if (!reduced) {
        // Left of a ring: below it may stand the next one, and to the right goes its line.
        if (bead.ghost) context.fillText(String(bead.record), middle - GHOST_ASIDE, foot + 2)
        else context.fillText(String(bead.record), middle, foot + 15)
      } else if (bead.ghost) context.fillText(`${Math.max(0, Math.ceil(bead.leftMicros / 1e6))} s`, middle, foot + 20)
    }
  }
}
