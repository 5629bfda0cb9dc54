// Where bars, marks and their words stand below the track, so that none runs into another.

/** In px from the left end of the track; a mark has no `to`. */
type Item = { from: number; to: number | null; letters: number }
/** Words stand in a bar, or behind a bar or mark, or have no room. */
export type Placed = { lane: number; words: 'inside' | 'behind' | 'none' }

const LETTER_PX = 6
/** Half of a mark, and the least that can be hit of a bar. */
const HALF_PX = 7
const TEXT_AFTER_PX = 10
const GAP_PX = 6
export const LANES_MAX = 3

/** Items in the order of their beginnings. The fourth at one moment lies over the third: a list has them all. */
export function placeInLanes(items: readonly Item[], width: number): Placed[] {
  const ends: number[] = []
  const lanes = items.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from - HALF_PX)
    const lane = Math.min(LANES_MAX - 1, free >= 0 ? free : ends.length)
    ends[lane] = Math.max(ends[lane] ?? 0, to === null ? from + HALF_PX : Math.max(to, from + 2 * HALF_PX))
    return lane
  })
  return items.map(({ from, to, letters }, i) => {
    const lane = lanes[i] ?? 0
    const text = letters * LETTER_PX
    const next = items.findIndex((_, j) => j > i && lanes[j] === lane)
    const room = (items[next]?.from ?? width + HALF_PX) - HALF_PX
    const isInside = to !== null && text + 2 * GAP_PX <= to - from
    const isBehind = (to ?? from) + TEXT_AFTER_PX + text + GAP_PX <= room
    return { lane, words: isInside ? 'inside' : isBehind ? 'behind' : 'none' }
  })
}

/** Moments on the track are whole steps of about a pixel, and round numbers. */
export function snapMicros(durationMicros: number, width: number): number {
  const pixel = durationMicros / Math.max(1, width)
  return 10 ** Math.max(0, Math.round(Math.log10(pixel)))
}

const GLYPH_PX = 13

/** Places of glyphs, in px and in order, so that none hides another: each moves right as far as it must, the last ones left again. */
export function sideBySide(places: readonly number[], width: number): number[] {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + GLYPH_PX))
  let right = width + GLYPH_PX
  for (let i = moved.length - 1; i >= 0; i--) {
    const place = Math.min(moved[i] ?? 0, right - GLYPH_PX)
    moved[i] = place
    right = place
  }
  return moved
}
