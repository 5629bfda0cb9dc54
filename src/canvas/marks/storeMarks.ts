import { HEADER, PAINT_COUNT } from '../../protocol/frame.ts'
import { valueAt } from '../gaugePlaces.ts'
import { BEAD_RADIUS, GRAIN_RADIUS } from '../measures.ts'
import { slotAt } from '../producerGeometry.ts'
import { grainPlace } from '../queueGeometry.ts'
import { shareOut } from '../shareOut.ts'
import type { ShownPicture } from '../shownPicture.ts'
import type { BagPlan } from '../stagePlan.ts'
import type { PlacedMark } from './placedMark.ts'

const WORKING = 1

/** The messages that lie somewhere one by one: beads of tapes and bags, grains of bags, what workers hold, what producers keep. */
export function storeMarks(shown: ShownPicture): PlacedMark[] {
  const inBags = shown.plan.bags.flatMap((bag) => [...inBag(shown, bag), ...inHands(shown, bag)])
  return [...tapeBeads(shown), ...inBags, ...inBuffers(shown)]
}

const nowOf = ({ frame }: ShownPicture) => frame.header[HEADER.nowMicros] ?? 0

function tapeBeads(shown: ShownPicture): PlacedMark[] {
  const { plan, picture } = shown
  const atMicros = nowOf(shown)
  return plan.tapes.flatMap(({ stream, shard, top, bottom }, i) => {
    const bed = plan.beds[i]
    const { tearX, tapeX } = stream.geometry
    return (picture.beadPlaces[i] ?? []).map(({ offset, index }): PlacedMark => {
      const isOver = offset > tearX - tapeX - 6
      return {
        x: (bed?.x ?? 0) + offset + (isOver ? (bed?.tailShift ?? 0) + 4 : 0),
        y: (top + bottom) / 2,
        ...{ radius: BEAD_RADIUS, node: stream.node.id, standsFor: 1 },
        mark: { on: 'shard', stream: stream.node.id, shard, index, atMicros },
      }
    })
  })
}

function inBag(shown: ShownPicture, plan: BagPlan): PlacedMark[] {
  const { queue } = plan
  const { id } = queue.node
  const atMicros = nowOf(shown)
  const drawn = shown.picture.bags.find((bag) => bag.plan === plan)?.picture
  if (drawn)
    return [...drawn.beads, ...drawn.leaving].map(({ x, y, record, paint }) => ({
      ...{ x: queue.x + x, y: queue.y + y, radius: BEAD_RADIUS, node: id, standsFor: 1 },
      mark: { on: 'queue', queue: id, atMicros, message: record, isReceived: false, paint, nth: 0 },
    }))
  const alike = new Map<number, number>()
  return (shown.memory.grains.get(id) ?? []).map((code, i) => {
    const place = grainPlace(queue.geometry, i)
    const nth = alike.get(code) ?? 0
    alike.set(code, nth + 1)
    const of = { isReceived: code >= PAINT_COUNT, paint: code % PAINT_COUNT, nth: Math.round(nth * queue.perDot) }
    return {
      ...{ x: queue.x + place.x, y: queue.y + place.y, radius: GRAIN_RADIUS, node: id, standsFor: queue.perDot },
      mark: { on: 'queue', queue: id, atMicros, message: -1, ...of },
    }
  })
}

function inHands(shown: ShownPicture, plan: BagPlan): PlacedMark[] {
  const { queue, pool } = plan
  if (pool === null) return []
  const drawn = shown.picture.bags.find((bag) => bag.plan === plan)?.picture
  const { gauges } = shown.frame
  const atMicros = nowOf(shown)
  return pool.rows.flatMap((row, worker): PlacedMark[] => {
    const slot = pool.slots[worker]
    const message = valueAt(gauges, row.record)
    if (!slot || valueAt(gauges, row.state) !== WORKING || message < 0) return []
    // What is still on its way there is drawn on the way.
    if (drawn && !drawn.arrived.some((one) => one.worker === worker && one.record === message)) return []
    const paint = valueAt(gauges, row.paint)
    return [
      {
        ...{ ...slot, radius: pool.radius, node: pool.id, standsFor: 1 },
        mark: { on: 'queue', queue: queue.node.id, atMicros, message, isReceived: true, paint, nth: 0 },
      },
    ]
  })
}

function inBuffers(shown: ShownPicture): PlacedMark[] {
  const { gauges } = shown.frame
  const atMicros = nowOf(shown)
  return shown.plan.buffers.flatMap(({ x, y, producer, buffer, waitingPaints }) => {
    const waiting = waitingPaints.map((at) => valueAt(gauges, at))
    const sum = waiting.reduce((a, b) => a + b, 0)
    let slot = 0
    return shareOut(waiting, Math.min(buffer.slots, Math.round(sum / buffer.perDot))).flatMap((dots, paint) =>
      Array.from({ length: dots }, (_, i): PlacedMark => {
        const at = slotAt(buffer, slot++)
        const nth = Math.round(i * buffer.perDot)
        return {
          ...{ x: x + at.x, y: y + at.y, radius: GRAIN_RADIUS, node: producer, standsFor: buffer.perDot },
          mark: { on: 'buffer', producer, store: buffer.target, atMicros, paint, nth },
        }
      }),
    )
  })
}
