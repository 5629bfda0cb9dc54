import { PAINT_COUNT } from '../../protocol/frame.ts'
import { type Box, GRAIN_RADIUS, PAINT_LETTERS, PITCH, type Point } from '../measures.ts'
import { perMark, type ReadGauge } from './drawing.ts'

export type Lane = {
  paint: number
  waiting: number
  inFlight: number
  /** Of the visibility timeout, to each of the first messages in flight, 0..1; empty where it is not known. */
  left: number[]
  /** Of single messages in the queue, from 1, the oldest first; empty where they are not known. */
  inFlightNumbers: number[]
  waitingNumbers: number[]
}

/** A message in a lane: `nth` of those that wait, or of those in flight, the oldest first. */
export type LaneMark = Point & { lane: number; isInFlight: boolean; nth: number }

export const OTHER_LANE = PAINT_LETTERS.length
const LANE_MAX = 26
const LETTER_ROOM = 22
/** Room for how many groups share the last lane. */
const OTHERS_ROOM = 54
/** A bead has room for its letter from this radius on. */
const BEAD_RADIUS_MIN = 6
/** Marks of the messages in flight, right of the bar. */
const GRAINS_IN_FLIGHT = 5
/** More beads than a lane has room for. */
const LISTED_MAX = 16
const BEADS_IN_FLIGHT = 2
export const LOCK_ROOM = 34
const beadPitch = (radius: number): number => 2 * radius + 3
/** A ring's stroke, and a gap to the next one. */
const ringPitch = (ring: number): number => 2 * ring + 4
/** From the outline of a message in flight to its ring. Both together are little larger than a bead, so that as many fit. */
export const RING_AWAY = 2.5

/** What is drawn of a FIFO queue's groups: their lanes, where the bar stands, and what one mark is. */
export type LaneDrawing = {
  lanes: Lane[]
  groups: { locked: number; all: number }
  /** Groups beyond those with a letter, which share one lane. */
  others: number
  own: number
  step: number
  barX: number
  /** Messages of a mark. */
  each: number
  /** Of its beads; 0: drawn in grains. */
  radius: number
  /** Radius of the ring around a bead in flight. */
  ring: number
}

/** What is told of the messages of a lane, up to the first of which nothing is. */
function listed(at: (nth: number) => number): number[] {
  const values: number[] = []
  for (let value = at(0); value > 0 && values.length < LISTED_MAX; value = at(values.length)) values.push(value)
  return values
}

/** `seen` reads what is only looked at. */
export function laneDrawing(box: Box, read: ReadGauge, seen: ReadGauge): LaneDrawing {
  const all = Array.from({ length: PAINT_COUNT }, (_, paint) => ({
    paint,
    waiting: Math.max(0, read(`visiblePaint${paint}`)),
    inFlight: read(`inFlightPaint${paint}`),
    left: listed((nth) => seen(`leftPaint${paint}_${nth}`)),
    inFlightNumbers: listed((nth) => seen(`inFlightNumberPaint${paint}_${nth}`)),
    waitingNumbers: listed((nth) => seen(`waitingNumberPaint${paint}_${nth}`)),
  }))
  const groups = { locked: read('groupsLocked'), all: read('groups') }
  const used = all.filter((lane) => lane.waiting + lane.inFlight > 0)
  const lanes = used.length > 0 ? used : all.slice(0, 3)
  const own = used.filter((lane) => lane.paint !== OTHER_LANE).length
  const others = used.length > own ? Math.max(1, groups.all - own) : 0
  const labelRoom = others > 0 ? OTHERS_ROOM : LETTER_ROOM
  const step = Math.min(LANE_MAX, (box.height - 16) / lanes.length)
  const radius = Math.min(7.5, step / 2 - 1.5)
  const ring = Math.min(radius + 1.7, step / 2 - 1.6)
  const longest = Math.max(0, ...used.map((lane) => lane.waiting))
  const beadBar = box.width - LOCK_ROOM - BEADS_IN_FLIGHT * ringPitch(ring)
  const beads =
    radius >= BEAD_RADIUS_MIN &&
    longest <= Math.floor((beadBar - labelRoom) / beadPitch(radius)) &&
    used.every((lane) => lane.inFlight <= BEADS_IN_FLIGHT)
  const barX = beads ? beadBar : box.width - LOCK_ROOM - GRAINS_IN_FLIGHT * PITCH
  const each = beads ? 1 : perMark(longest, Math.floor((barX - labelRoom) / PITCH))
  return { lanes, groups, others, own, step, barX, each, radius: beads ? radius : 0, ring }
}

/** Where the marks of a lane stand: what waits left of the bar, what is in flight right of it, the oldest next to it. */
export function laneMarks({ lanes, step, barX, each, radius, ring }: LaneDrawing, lane: number): LaneMark[] {
  const { waiting = 0, inFlight = 0 } = lanes[lane] ?? {}
  const y = (lane + 0.5) * step
  const marks = (amount: number, isInFlight: boolean, from: number, pitch: number): LaneMark[] =>
    Array.from({ length: amount }, (_, i) => ({
      x: barX + from + i * pitch,
      ...{ y, lane, isInFlight, nth: Math.round(i * each) },
    }))
  const flying = Math.ceil(inFlight / each)
  const stored = Math.ceil(waiting / each)
  if (radius > 0)
    return [...marks(stored, false, -5 - radius, -beadPitch(radius)), ...marks(flying, true, 3 + ring, ringPitch(ring))]
  return [...marks(stored, false, -5, -PITCH), ...marks(Math.min(GRAINS_IN_FLIGHT, flying), true, 6, PITCH)]
}

/** Radius of a mark. */
export const laneRadius = ({ radius }: LaneDrawing): number => radius || GRAIN_RADIUS
