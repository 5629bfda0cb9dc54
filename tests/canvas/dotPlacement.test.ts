import { describe, expect, test } from 'vitest'
import { createPlacer, REFUSED, type TapeBed, type TrackPlace } from '../../src/canvas/dotPlacement.ts'
import { BURST_CELLS, CELLS, PITCH } from '../../src/canvas/measures.ts'
import { wayThrough } from '../../src/canvas/ways.ts'
import { type Frame, frameByteLength, frameViews, HEADER, PAINT_COUNT } from '../../src/protocol/frame.ts'

type Dot = { at: number; track?: number; paint?: number }

function frameOf(dots: Dot[], nowSeconds: number): Frame {
  const frame = frameViews(new ArrayBuffer(frameByteLength(0)), 0)
  dots.forEach((dot, i) => {
    frame.dotAtMicros[i] = dot.at * 1e6
    frame.dotTrack[i] = dot.track ?? 0
    frame.dotPaint[i] = dot.paint ?? 0
  })
  frame.header[HEADER.dotCount] = dots.length
  frame.header[HEADER.nowMicros] = nowSeconds * 1e6
  return frame
}

const straight = wayThrough([
  { x: 0, y: 0 },
  { x: 480, y: 0 },
])
const track = (own: Partial<TrackPlace> = {}): TrackPlace => ({
  ...{
    kind: 'stored',
    ways: new Array(PAINT_COUNT).fill(straight),
    tape: 0,
    bead: false,
    muted: false,
    start: 0,
    hideFrom: 0,
    hideTo: 0,
  },
  ...own,
})
const bed: TapeBed = {
  x: 1000,
  bottom: 500,
  columns: 52,
  tailShift: 10,
  tailColumns: 5,
  bead: false,
  folded: false,
  cells: 10,
  unitSeconds: 1,
  trimMicros: 0,
}
const place = (dots: Dot[], nowSeconds: number, tracks = [track()], tapes = [bed], travelMicros = 600_000) => {
  const { grains, ...rest } = createPlacer()({
    frame: frameOf(dots, nowSeconds),
    nowMicros: nowSeconds * 1e6,
    travelMicros,
    tracks,
    tapes,
  })
  const list = Array.from({ length: grains.count }, (_, i) => ({
    x: grains.x[i]!,
    y: grains.y[i]!,
    paint: grains.paint[i]!,
    form: grains.form[i]!,
    alpha: grains.alpha[i]!,
  }))
  return { list, ...rest }
}

describe('on a link', () => {
  test('speed is constant: share of time is share of length', () => {
    for (const share of [0, 0.25, 0.5, 0.9])
      expect(place([{ at: 10 }], 10 + 0.6 * share).list[0]?.x).toBeCloseTo(480 * share, 2)
  })

  test('a dot that is still to come is not there', () => {
    expect(place([{ at: 10 }], 9.99).list).toHaveLength(0)
  })

  test('a refused one is hollow, goes its way and is gone', () => {
    const tracks = [track({ kind: 'refused' })]
    expect(place([{ at: 10 }], 10.3, tracks).list).toMatchObject([{ x: 240, form: REFUSED }])
    expect(place([{ at: 10 }], 10.6, tracks).list).toHaveLength(0)
  })

  test('a copy sets out for its reader only after a dot of the same moment has arrived in the store', () => {
    const tracks = [track({ kind: 'delivered' })]
    expect(place([{ at: 10 }], 10.59, tracks).list).toHaveLength(0)
    expect(place([{ at: 10 }], 10.61, tracks).list[0]?.x).toBeCloseTo((480 * 0.01) / 0.6, 1)
    expect(place([{ at: 10 }], 11.21, tracks).list).toHaveLength(0)
  })

  test('copies of one read follow each other, none before the first', () => {
    const xs = place([{ at: 10 }, { at: 10 }, { at: 10 }], 10.9, [track({ kind: 'delivered' })]).list.map(
      (dot) => dot.x,
    )
    expect(xs[0]).toBeGreaterThan(xs[1]! + 5)
    expect(xs[1]).toBeGreaterThan(xs[2]! + 5)
  })

  test('painted dots pass under the beads of the ruler, others are seen', () => {
    const tracks = [track({ hideFrom: 200, hideTo: 300 })]
    expect(place([{ at: 10, paint: 1 }], 10.3, tracks).list).toHaveLength(0)
    expect(place([{ at: 10, paint: 7 }], 10.3, tracks).list).toHaveLength(1)
    expect(place([{ at: 10, paint: 1 }], 10.3, tracks).onLink[0]).toBe(1)
  })

  test('without travel time everything stored is in the store at once and nothing else moves', () => {
    const { list, arrived } = place(
      [{ at: 10 }, { at: 10, track: 1 }],
      10,
      [track(), track({ kind: 'refused' })],
      [bed],
      0,
    )
    expect(list).toHaveLength(1)
    expect(arrived[0]).toBe(1)
  })
})

describe('on a tape', () => {
  test('a column is one second and moves 6 px a second', () => {
    const dots = [{ at: 20.1 }, { at: 20.9 }, { at: 21.05 }]
    const [a, b, c] = place(dots, 30).list
    const xs = [a!.x, b!.x, c!.x].sort((p, q) => p - q)
    expect(xs[2]).toBe(xs[1])
    expect(xs[1]! - xs[0]!).toBe(PITCH)
    expect(place(dots, 30.5).list[0]!.x - place(dots, 30).list[0]!.x).toBeCloseTo(PITCH / 2, 4)
  })

  test('a column is stacked from the bottom, sorted by paint', () => {
    const column = place(
      [
        { at: 20.1, paint: 3 },
        { at: 20.2, paint: 0 },
        { at: 20.3, paint: 3 },
        { at: 20.4, paint: 1 },
      ],
      30,
    ).list.sort((p, q) => q.y - p.y)
    expect(column.map((dot) => dot.paint)).toEqual([0, 1, 3, 3])
    expect(column.map((dot) => bed.bottom - dot.y)).toEqual([3, 9, 15, 21])
  })

  test('a burst rises above the top line, and a large one moves together instead of being cut off', () => {
    const burst = Array.from({ length: 40 }, (_, i) => ({ at: 20 + i / 50 }))
    const ys = place(burst, 30).list.map((dot) => bed.bottom - dot.y)
    expect(ys).toHaveLength(40)
    expect(Math.max(...ys)).toBeGreaterThan(CELLS * PITCH)
    expect(Math.max(...ys)).toBeLessThanOrEqual((CELLS + BURST_CELLS) * PITCH)
  })

  test('past the tear dots fade, and then they are not drawn; they are still counted', () => {
    const inTail = place([{ at: 20.5 }], 74).list[0]
    expect(inTail?.x).toBeCloseTo(bed.x + 53.5 * PITCH + bed.tailShift, 3)
    expect(inTail?.alpha).toBeLessThan(200)
    const gone = place([{ at: 20.5 }], 90)
    expect(gone.list).toHaveLength(0)
    expect(gone.arrived[0]).toBe(1)
  })

  test('what has expired is no longer on the tape', () => {
    const expired = { ...bed, trimMicros: 20_500_000 }
    expect(place([{ at: 20.1 }, { at: 20.6 }], 30, [track()], [expired]).list).toHaveLength(1)
  })

  test('a folded tape gives bars, a tape of beads gives beads in order', () => {
    expect(Array.from(place([{ at: 20.1 }, { at: 20.2 }], 30, [track()], [{ ...bed, folded: true }]).bars)).toEqual([
      0, 9.5, 2,
    ])
    const beads = place(
      [{ at: 20, paint: 2 }, { at: 21, paint: 4 }, { at: 29.8 }],
      30,
      [track({ bead: true })],
      [{ ...bed, bead: true }],
    )
    expect(beads.tapeBeads[0]?.map((bead) => bead.paint)).toEqual([2, 4])
    expect(beads.pending[0]).toBe(1)
  })
})
