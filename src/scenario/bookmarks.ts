import { BOUNDS } from './bounds.ts'
import type { Bookmark, Scenario } from './scenario.ts'
import { shortened } from './shortened.ts'

// Moments of a run that somebody has named. They belong to the document and change no run.

/** The same object when there is no room, or the moment is none. */
export function addBookmark(scenario: Scenario, at: number, name: string): Scenario {
  const { bookmarks = [] } = scenario
  const short = shortened(name, BOUNDS.nameLength)
  if (bookmarks.length >= BOUNDS.bookmarks || short === '' || !Number.isSafeInteger(at) || at < 0) return scenario
  return { ...scenario, bookmarks: sorted([...bookmarks, { at, name: short }]) }
}

export function removeBookmark(scenario: Scenario, place: number): Scenario {
  const { bookmarks = [], ...rest } = scenario
  const left = bookmarks.filter((_, i) => i !== place)
  if (left.length === bookmarks.length) return scenario
  // None is the same as never any: links of both are equal.
  return left.length === 0 ? rest : { ...rest, bookmarks: left }
}

/** Ordered by time; equal times keep their order. */
export const sorted = (bookmarks: readonly Bookmark[]): Bookmark[] => bookmarks.toSorted((a, b) => a.at - b.at)
