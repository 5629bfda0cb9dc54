import { BEAD_FIELDS, type Frame, HEADER } from '../protocol/frame.ts'
import type { Point } from './measures.ts'
import { levelCurve, placeOn, wayThrough } from './ways.ts'

/** One message of a queue, as the frame tells it. */
export type QueueBead = {
  record: number
  paint: number
  received: boolean
  deadlineMicros: number
  worker: number
  receiveCount: number
  sentAtMicros: number
}

/** Beads of the store with this index among the layout's nodes. */
export function beadsOf(frame: Frame, store: number): QueueBead[] {
  const beads: QueueBead[] = []
  const count = frame.header[HEADER.beadCount] ?? 0
  for (let i = 0; i < count; i++) {
    const at = i * BEAD_FIELDS
    const field = (n: number) => frame.beads[at + n] ?? 0
    if (field(0) !== store) continue
    beads.push({
      ...{ record: field(1), paint: field(2), received: field(3) === 1, deadlineMicros: field(4) },
      ...{ worker: field(5), receiveCount: field(6), sentAtMicros: field(7) },
    })
  }
  return beads
}

export type BagSetting = {
  nowMicros: number
  travelMicros: number
  /** Time of a change of place inside the bag; 0 when nothing travels. */
  shiftMicros: number
  visibilityMicros: number
  waitingPlaces: readonly Point[]
  receivedPlaces: readonly Point[]
  /** Centre of each worker's slot in the bag's own coordinates; empty without a pool. */
  slots: readonly Point[]
  /** Where the line to each worker ends, and where new messages come in. */
  ends: readonly Point[]
  entry: Point
}

export type DrawnBead = {
  record: number
  x: number
  y: number
  paint: number
  ghost: boolean
  /** Share of the visibility timeout that is left, 0..1, and the same in micros. */
  ring: number
  leftMicros: number
  receiveCount: number
  worker: number
}
export type BagPicture = {
  beads: DrawnBead[]
  /** Copies on their way to a worker. */
  leaving: { x: number; y: number; paint: number; isAgain: boolean; record: number }[]
  /** Per worker the record that has arrived in its slot. */
  arrived: { worker: number; record: number; paint: number; isAgain: boolean }[]
  /** What a worker has just deleted. */
  done: { worker: number; record: number; paint: number }[]
}

type Place = { from: Point; to: Point; sinceMicros: number; index: number; side: 'waiting' | 'received' }
type Departure = { startMicros: number; worker: number; paint: number; from: Point; record: number; isAgain: boolean }
type Done = { sinceMicros: number; worker: number; record: number; paint: number }

/**
 * Remembers where beads lie, so that a bead stays where it is until something happens to it. The
 * memory is the view's alone: after a jump in time it starts anew from the frame.
 */
export function createBag(): (beads: readonly QueueBead[], setting: BagSetting) => BagPicture {
  const places = new Map<number, Place>()
  const departures = new Map<string, Departure>()
  let done: Done[] = []
  let latestMicros = 0

  return (beads, setting) => {
    const { nowMicros, travelMicros } = setting
    const jumped = nowMicros < latestMicros || nowMicros > latestMicros + Math.max(2e6, 3 * travelMicros)
    latestMicros = nowMicros
    if (jumped) {
      places.clear()
      departures.clear()
      done = []
    }
    const present = new Set(beads.map((bead) => bead.record))
    for (const record of places.keys()) if (!present.has(record)) places.delete(record)

    const picture: BagPicture = { beads: [], leaving: [], arrived: [], done: [] }
    const going = new Set<string>()
    for (const bead of beads) {
      if (bead.sentAtMicros + travelMicros > nowMicros) continue
      const receivedAt = Math.min(nowMicros, bead.deadlineMicros - setting.visibilityMicros)
      const start = Math.max(receivedAt, bead.sentAtMicros + travelMicros)
      const gone = bead.received && nowMicros >= start
      const at = placeFor(places, bead, gone, setting, jumped)
      const key = `${bead.record}.${bead.receiveCount}`
      if (gone) {
        going.add(key)
        if (!departures.has(key))
          departures.set(key, {
            startMicros: start,
            worker: bead.worker,
            paint: bead.paint,
            from: at,
            record: bead.record,
            isAgain: bead.receiveCount > 1,
          })
      }
      picture.beads.push({
        ...{
          record: bead.record,
          x: at.x,
          y: at.y,
          paint: bead.paint,
          ghost: gone,
          receiveCount: bead.receiveCount,
          // A worker that died holds it no more, but the line shows whose it was.
          worker: bead.worker >= 0 ? bead.worker : (departures.get(key)?.worker ?? -1),
        },
        leftMicros: bead.deadlineMicros - nowMicros,
        ring:
          setting.visibilityMicros > 0
            ? Math.max(0, Math.min(1, (bead.deadlineMicros - nowMicros) / setting.visibilityMicros))
            : 0,
      })
    }
    for (const [key, departure] of departures) {
      const share = travelMicros > 0 ? (nowMicros - departure.startMicros) / travelMicros : 1
      const slot = setting.slots[departure.worker]
      if (share < 1 && slot) {
        const end = setting.ends[departure.worker] ?? slot
        const way = wayThrough([...levelCurve(departure.from, end), slot])
        const { paint, isAgain, record } = departure
        picture.leaving.push({ ...placeOn(way, share), paint, isAgain, record })
      } else if (going.has(key)) picture.arrived.push(inHand(departure))
      else {
        departures.delete(key)
        // Gone from the bag while it was hidden: it has been deleted. What became visible again is still there.
        if (!present.has(departure.record)) done.push({ ...inHand(departure), sinceMicros: nowMicros })
      }
    }
    done = done.filter(({ sinceMicros }) => nowMicros - sinceMicros < travelMicros)
    picture.done = done
    return picture
  }
}

const inHand = ({ worker, record, paint, isAgain }: Departure) => ({ worker, record, paint, isAgain })

function placeFor(
  places: Map<number, Place>,
  bead: QueueBead,
  received: boolean,
  setting: BagSetting,
  jumped: boolean,
): Point {
  const side = received && setting.receivedPlaces.length > 0 ? 'received' : 'waiting'
  let place = places.get(bead.record)
  if (place === undefined || (place.side !== side && (side === 'waiting' || hasRoom(places, setting)))) {
    const index = freePlace(places, bead, side, setting)
    const to = (side === 'waiting' ? setting.waitingPlaces : setting.receivedPlaces)[index] ?? { x: 0, y: 0 }
    const arrivedAt = bead.sentAtMicros + setting.travelMicros
    const isNew = place === undefined && setting.nowMicros - arrivedAt < setting.shiftMicros
    const from = place ? placeNow(place, setting) : isNew ? setting.entry : to
    const since =
      jumped || (place === undefined && !isNew) ? Number.NEGATIVE_INFINITY : place ? setting.nowMicros : arrivedAt
    place = { from, to, sinceMicros: since, index, side }
    places.set(bead.record, place)
  }
  return placeNow(place, setting)
}

function placeNow(place: Place, { nowMicros, shiftMicros }: BagSetting): Point {
  const share = shiftMicros > 0 ? Math.min(1, (nowMicros - place.sinceMicros) / shiftMicros) : 1
  return {
    x: place.from.x + (place.to.x - place.from.x) * share,
    y: place.from.y + (place.to.y - place.from.y) * share,
  }
}

const taken = (places: Map<number, Place>, side: Place['side']) =>
  new Set([...places.values()].filter((place) => place.side === side).map((place) => place.index))

const hasRoom = (places: Map<number, Place>, setting: BagSetting) =>
  taken(places, 'received').size < setting.receivedPlaces.length

/** A waiting bead's place follows from its record; a received one stands as level with its worker as there is room. */
function freePlace(places: Map<number, Place>, bead: QueueBead, side: Place['side'], setting: BagSetting): number {
  const used = taken(places, side)
  if (side === 'waiting') {
    const count = Math.max(1, setting.waitingPlaces.length)
    const wished = bead.record % count
    for (let i = 0; i < count; i++) if (!used.has((wished + i) % count)) return (wished + i) % count
    return wished
  }
  const level = setting.slots[bead.worker]?.y ?? 0
  let best = 0
  let distance = Number.POSITIVE_INFINITY
  setting.receivedPlaces.forEach((point, index) => {
    const away = Math.abs(point.y - level)
    if (!used.has(index) && away < distance) {
      best = index
      distance = away
    }
  })
  return best
}
