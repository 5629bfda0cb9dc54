import { type Frame, HEADER, PAINT_COUNT } from '../../protocol/frame.ts'
import type { Layout } from '../../protocol/layout.ts'
import { columnsOf, type Grains, pushColumn } from '../dotPlacement.ts'
import { BEAD_RADIUS, GRAIN_RADIUS } from '../measures.ts'
import type { ShownPicture } from '../shownPicture.ts'
import type { PlacedMark } from './placedMark.ts'

/** The messages that move on links, and the grains of tapes: both are dots of the frame, of which only those meant have marks. */
export function wayMarks(shown: ShownPicture, isMeant: IsMeant = () => true): PlacedMark[] {
  const { grains, beads } = shown.picture
  return [
    ...onLinks(shown, grains, GRAIN_RADIUS, isMeant),
    ...onLinks(shown, beads, BEAD_RADIUS, isMeant),
    ...onTapes(shown, isMeant),
  ]
}

type IsMeant = (dot: number) => boolean

function onLinks({ frame, layout }: ShownPicture, grains: Grains, radius: number, isMeant: IsMeant): PlacedMark[] {
  const marks: PlacedMark[] = []
  for (let i = 0; i < grains.count; i++) {
    const dot = grains.dot[i] ?? -1
    if (dot < 0 || !isMeant(dot)) continue
    const mark = dotMark(frame, layout, dot)
    if (mark !== null) marks.push({ ...mark, x: grains.x[i] ?? 0, y: grains.y[i] ?? 0, radius })
  }
  return marks
}

function dotMark(frame: Frame, layout: Layout, dot: number): Omit<PlacedMark, 'x' | 'y' | 'radius'> | null {
  const track = layout.tracks[frame.dotTrack[dot] ?? -1]
  if (track === undefined) return null
  const { kind: way, from, to, row, recordsPerDot } = track
  const atMicros = frame.dotAtMicros[dot] ?? 0
  const paint = frame.dotPaint[dot] ?? 0
  return {
    node: way === 'refused' ? from : to,
    standsFor: recordsPerDot,
    mark: { on: 'way', way, from, to, row, atMicros, paint, nth: nthOf(frame, dot) },
  }
}

/** Dots of the same way, moment and paint before this one; a frame has its dots in the order of time. */
function nthOf(frame: Frame, dot: number): number {
  const { dotAtMicros, dotTrack, dotPaint } = frame
  let nth = 0
  for (let i = dot - 1; i >= 0 && dotAtMicros[i] === dotAtMicros[dot]; i--)
    if (dotTrack[i] === dotTrack[dot] && dotPaint[i] === dotPaint[dot]) nth++
  return nth
}

/** Grains of a tape are drawn from counts; which dot each of them was is found by counting them once more. */
function onTapes({ frame, layout, plan, moment }: ShownPicture, isMeant: IsMeant): PlacedMark[] {
  const { nowMicros, travelMicros } = moment
  const newest = Math.floor(nowMicros / 1e6)
  const columns = new Map<string, { tape: number; column: number; dots: number[][] }>()
  const count = frame.header[HEADER.dotCount] ?? 0
  for (let i = 0; i < count; i++) {
    const track = plan.tracks[frame.dotTrack[i] ?? -1]
    const at = frame.dotAtMicros[i] ?? 0
    if (track === undefined || track.kind !== 'stored' || track.muted || nowMicros - at < travelMicros) continue
    const bed = plan.beds[track.tape]
    if (!bed || bed.bead || bed.folded || bed.unitSeconds !== 1 || at < bed.trimMicros) continue
    const column = newest - Math.floor(at / 1e6)
    if (column < 0 || column >= bed.columns + bed.tailColumns + 1) continue
    const key = `${track.tape} ${column}`
    const one = columns.get(key) ?? { tape: track.tape, column, dots: Array.from({ length: PAINT_COUNT }, () => []) }
    columns.set(key, one)
    one.dots[frame.dotPaint[i] ?? 0]?.push(i)
  }
  return [...columns.values()].flatMap(({ tape, column, dots }) => {
    const bed = plan.beds[tape]
    if (!dots.some((ofPaint) => ofPaint.some(isMeant))) return []
    const counts = dots.map((ofPaint) => ofPaint.length)
    const total = counts.reduce((sum, value) => sum + value, 0)
    const places = columnsOf(total)
    if (bed) pushColumn(places, bed, nowMicros / 1e6 - newest + column - 0.5, counts, 0, total)
    return dots.flat().flatMap((dot, i) => {
      const mark = i < places.count && isMeant(dot) ? dotMark(frame, layout, dot) : null
      return mark === null ? [] : [{ ...mark, x: places.x[i] ?? 0, y: places.y[i] ?? 0, radius: GRAIN_RADIUS }]
    })
  })
}
