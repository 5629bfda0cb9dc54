import type { Frame } from '../protocol/frame.ts'
import type { Bags } from './bags.ts'
import { drawsBeads } from './bagZoom.ts'
import { drawBead, drawCopy, drawRefusedBead, drawTail } from './beadMarks.ts'
import { BYTES_PER_RADIAN, COPY, createPlacer, type Placement, pushGrain, REFUSED, SOLID } from './dotPlacement.ts'
import { valueAt } from './gaugePlaces.ts'
import { PITCH } from './measures.ts'
import type { Palette } from './palette.ts'
import { slotAt } from './producerGeometry.ts'
import { shareOut } from './shareOut.ts'
import type { LabelSpans, Memory, Moment, StagePicture } from './stagePicture.ts'
import type { StagePlan } from './stagePlan.ts'
import { drawTapeMarks, placeBeads } from './tapeMarks.ts'
import type { Area } from './viewport.ts'

/** From a frame to places: dots of links and tapes, buffers and, when that is loaded, bags. Draws nothing. */
export function createPlacing(): (
  frame: Frame,
  plan: StagePlan,
  moment: Moment,
  memory: Memory,
  wide: ((placement: Placement) => void) | null,
  labels: LabelSpans,
  bags: Bags | null,
) => StagePicture {
  const place = createPlacer()
  return (frame, plan, moment, memory, wide, labels, bags) => {
    const { nowMicros, travelMicros } = moment
    plan.tapes.forEach((tape, i) => {
      const bed = plan.beds[i]
      if (bed) bed.trimMicros = valueAt(frame.gauges, tape.trimAt)
    })
    startAtReader(frame, plan, moment, labels)
    for (const bag of plan.bags) {
      const oneByOne = drawsBeads(bag.queue, valueAt(frame.gauges, bag.visible) + valueAt(frame.gauges, bag.inFlight))
      for (const t of bag.deliveredTracks) {
        const track = plan.tracks[t]
        if (track) track.muted = oneByOne
      }
    }
    const placement = place({
      frame,
      nowMicros,
      travelMicros,
      tracks: plan.tracks,
      tapes: plan.beds,
    })
    wide?.(placement)
    for (const { x, y, buffer, waitingPaints } of plan.buffers) {
      const waiting = waitingPaints.map((at) => valueAt(frame.gauges, at))
      const sum = waiting.reduce((a, b) => a + b, 0)
      const shared = shareOut(waiting, Math.min(buffer.slots, Math.round(sum / buffer.perDot)))
      let slot = 0
      shared.forEach((dots, paint) => {
        for (let n = 0; n < dots; n++, slot++) {
          const at = slotAt(buffer, slot)
          pushGrain(placement.grains, x + at.x, y + at.y, paint, SOLID, 255)
        }
      })
    }
    return {
      ...placement,
      bags:
        bags === null
          ? []
          : plan.bags.map((bag) => ({ plan: bag, picture: bags.placeBag(frame, bag, moment, memory, placement) })),
      beadPlaces: plan.tapes.map((_, index) => placeBeads(frame, plan, placement, moment, index)),
    }
  }
}

/** Copies leave a tape at their reader's place on it, behind the reader's name. */
function startAtReader(frame: Frame, plan: StagePlan, { nowMicros }: Moment, labels: LabelSpans): void {
  plan.tapes.forEach((tape, index) => {
    const bed = plan.beds[index]
    if (!bed) return
    for (const reader of tape.readers) {
      const fetched = valueAt(frame.gauges, reader.places.fetchedAt)
      const offset = bed.bead
        ? 0
        : Math.max(0, Math.min(bed.columns, (nowMicros - fetched) / 1e6 / bed.unitSeconds)) * PITCH
      const label = labels.get(`${tape.stream.node.id}.${tape.shard}.${reader.id}`)
      const clear = Math.max(offset, label ? label.to - tape.stream.geometry.tapeX + 8 : 0)
      for (const t of reader.tracks) {
        const track = plan.tracks[t]
        const length = track?.ways[0]?.length ?? 0
        if (track && length > 0) track.start = Math.min(0.85, clear / length)
      }
    }
  })
}

/** Everything that the canvas draws itself: beads and rings. The context stands in flow coordinates. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  plan: StagePlan,
  picture: StagePicture,
  moment: Moment,
  palette: Palette,
  bags: Bags | null,
  sight: Area,
): void {
  drawTapeMarks(context, frame, plan, picture, palette, sight)
  const { beads } = picture
  for (let i = 0; i < beads.count; i++) {
    const form = beads.form[i]
    const [x, y, paint] = [beads.x[i] ?? 0, beads.y[i] ?? 0, beads.paint[i] ?? 0]
    if (form !== REFUSED) {
      const turn = (beads.alpha[i] ?? 0) / BYTES_PER_RADIAN
      drawTail(context, x, y, turn, form === COPY ? 5.6 : 7.4, palette.paint[paint] ?? palette.ink3)
    }
    const draw = form === REFUSED ? drawRefusedBead : form === COPY ? drawCopy : drawBead
    draw(context, x, y, paint, palette)
  }
  for (const { plan: bag, picture: inBag } of picture.bags) bags?.drawBag(context, frame, bag, inBag, moment, palette)
}
