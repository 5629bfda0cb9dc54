import { type Frame, PAINT_COUNT } from '../protocol/frame.ts'
import { type BagPicture, beadsOf, createBag } from './bagBeads.ts'
import { settleGrains, shareOut } from './bagGrains.ts'
import { drawsBeads } from './bagZoom.ts'
import {
  drawAgain,
  drawBead,
  drawCopy,
  drawDeadLetter,
  drawDone,
  drawGhost,
  drawHold,
  drawRefusedBead,
  drawTail,
} from './beadMarks.ts'
import {
  BYTES_PER_RADIAN,
  COPY,
  createPlacer,
  HOLLOW,
  type Placement,
  pushGrain,
  REFUSED,
  SOLID,
} from './dotPlacement.ts'
import { valueAt } from './gaugePlaces.ts'
import { PITCH, type Point } from './measures.ts'
import type { Palette } from './palette.ts'
import { slotAt } from './producerGeometry.ts'
import { grainPlace } from './queueGeometry.ts'
import type { LabelSpans, Memory, Moment, StagePicture } from './stagePicture.ts'
import type { BagPlan, StagePlan } from './stagePlan.ts'
import { drawTapeMarks, placeBeads } from './tapeMarks.ts'

/** From a frame to places: dots of links and tapes, buffers and bags. Draws nothing. */
export function createPlacing(): (
  frame: Frame,
  plan: StagePlan,
  moment: Moment,
  memory: Memory,
  wide: ((placement: Placement) => void) | null,
  labels: LabelSpans,
) => StagePicture {
  const place = createPlacer()
  return (frame, plan, moment, memory, wide, labels) => {
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
    const bags = plan.bags.map((bag) => ({ plan: bag, picture: placeBag(frame, bag, moment, memory, placement) }))
    return {
      ...placement,
      bags,
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

function placeBag(
  frame: Frame,
  plan: BagPlan,
  moment: Moment,
  memory: Memory,
  placement: Placement,
): BagPicture | null {
  const { queue } = plan
  const id = queue.node.id
  const messages = valueAt(frame.gauges, plan.visible) + valueAt(frame.gauges, plan.inFlight)
  if (drawsBeads(queue, messages)) {
    const bag = memory.bags.get(id) ?? createBag()
    memory.bags.set(id, bag)
    memory.grains.delete(id)
    const local = (points: readonly Point[] = []) =>
      points.map((point) => ({ x: point.x - queue.x, y: point.y - queue.y }))
    const { bag: box, portY } = queue.geometry
    return bag(beadsOf(frame, plan.store), {
      ...{ nowMicros: moment.nowMicros, travelMicros: moment.travelMicros, shiftMicros: moment.shiftMicros },
      slots: local(plan.pool?.slots),
      ends: local(plan.pool?.ends),
      entry: { x: box.x + 10, y: portY },
      visibilityMicros: queue.node.visibilityTimeoutSeconds * 1e6,
      ...{ waitingPlaces: queue.geometry.waitingPlaces, receivedPlaces: queue.geometry.receivedPlaces },
    })
  }
  memory.bags.delete(id)
  const slots = memory.grains.get(id) ?? []
  memory.grains.set(id, slots)
  const counts = plan.paints.map((at) => valueAt(frame.gauges, at))
  let travelling = 0
  for (const t of plan.storedTracks) {
    for (let paint = 0; paint < PAINT_COUNT; paint++) {
      const records = (placement.onLinkPaint[t * PAINT_COUNT + paint] ?? 0) * queue.perDot
      counts[paint] = Math.max(0, (counts[paint] ?? 0) - records)
      travelling += records
    }
  }
  const dots = Math.min(queue.geometry.grainCapacity, Math.max(0, Math.round((messages - travelling) / queue.perDot)))
  settleGrains(slots, shareOut(counts, dots))
  slots.forEach((code, i) => {
    const at = grainPlace(queue.geometry, i)
    pushGrain(
      placement.grains,
      queue.x + at.x,
      queue.y + at.y,
      code % PAINT_COUNT,
      code >= PAINT_COUNT ? HOLLOW : SOLID,
      255,
    )
  })
  return null
}

/** Everything that is not a grain: beads, rings, carets. The context stands in flow coordinates. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  plan: StagePlan,
  picture: StagePicture,
  moment: Moment,
  palette: Palette,
  labels: LabelSpans,
): void {
  drawTapeMarks(context, frame, plan, picture, moment, palette, labels)
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
  for (const { plan: bag, picture: inBag } of picture.bags) drawBag(context, frame, bag, inBag, moment, palette)
}

const WORKING = 1
const DEAD = 2

function drawBag(
  context: CanvasRenderingContext2D,
  frame: Frame,
  plan: BagPlan,
  picture: BagPicture | null,
  moment: Moment,
  palette: Palette,
): void {
  const { x, y } = plan.queue
  const drawWaiting = plan.queue.keepsDeadLetters ? drawDeadLetter : drawBead
  const colourOf = (paint: number) => palette.paint[paint] ?? palette.ink3
  const state = (worker: number) => valueAt(frame.gauges, plan.pool?.rows[worker]?.state ?? -1)
  if (picture) {
    for (const bead of picture.beads) {
      const end = plan.pool?.ends[bead.worker]
      if (bead.ghost && end)
        drawHold(context, { x: x + bead.x, y: y + bead.y }, end, state(bead.worker) === DEAD, palette)
    }
    for (const bead of picture.beads) {
      if (bead.ghost) drawGhost(context, x + bead.x, y + bead.y, bead.paint, moment.reduced ? null : bead.ring, palette)
      else drawWaiting(context, x + bead.x, y + bead.y, bead.paint, palette)
      if (bead.ghost && bead.receiveCount > 1) drawAgain(context, x + bead.x, y + bead.y, 15, colourOf(bead.paint))
    }
    for (const bead of picture.leaving) {
      drawBead(context, x + bead.x, y + bead.y, bead.paint, palette)
      if (bead.isAgain) drawAgain(context, x + bead.x, y + bead.y, 11, colourOf(bead.paint))
    }
  }
  plan.pool?.rows.forEach((row, worker) => {
    const slot = plan.pool?.slots[worker]
    if (!slot) return
    const record = valueAt(frame.gauges, row.record)
    const isWorking = state(worker) === WORKING
    const done = picture?.done.find((one) => one.worker === worker && !(isWorking && one.record === record))
    if (done) drawDone(context, slot.x, slot.y, colourOf(done.paint), palette)
    if (!isWorking) return
    const inHand = picture
      ? picture.arrived.find((entry) => entry.worker === worker && entry.record === record)
      : { paint: valueAt(frame.gauges, row.paint), isAgain: false }
    if (!inHand || inHand.paint < 0) return
    drawBead(context, slot.x, slot.y, inHand.paint, palette, plan.pool?.radius)
    if (inHand.isAgain) drawAgain(context, slot.x, slot.y, 11, colourOf(inHand.paint))
  })
}
