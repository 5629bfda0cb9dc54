import { type Frame, PAINT_COUNT } from '../protocol/frame.ts'
import { type BagPicture, beadsOf, createBag } from './bagBeads.ts'
import { settleGrains } from './bagGrains.ts'
import { drawAgain, drawDeadLetter, drawDone, drawGhost, drawHold } from './bagMarks.ts'
import { drawsBeads } from './bagZoom.ts'
import { drawBead } from './beadMarks.ts'
import { HOLLOW, type Placement, pushGrain, SOLID } from './dotPlacement.ts'
import { valueAt } from './gaugePlaces.ts'
import type { Point } from './measures.ts'
import type { Palette } from './palette.ts'
import { grainPlace } from './queueGeometry.ts'
import { shareOut } from './shareOut.ts'
import type { Memory, Moment } from './stagePicture.ts'
import type { BagPlan } from './stagePlan.ts'

// What lies in the bag of a standard queue and in the hands of its workers. Loads with the first scene that has a bag.

/** How bags are placed and drawn. */
export type Bags = { placeBag: typeof placeBag; drawBag: typeof drawBag }

export function placeBag(
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

const WORKING = 1
const DEAD = 2

export function drawBag(
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
