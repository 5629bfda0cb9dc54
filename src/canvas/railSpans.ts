import { PITCH } from './measures.ts'

/**
 * The label of a reader's rail, in its stream's coordinates: where it stands, and what it keeps clear of. The painter
 * moves it with the caret; texts change only at each reading, and a caret would run over them in between.
 */
export type RailSpan = {
  from: number
  to: number
  width: number
  /** Where a label at the right of its caret has to end. */
  edgeX: number
  caretX: number
  pinX: number
  /** Moves it on the page; by `x`, because an element whose `transform` changes becomes a layer, which is copied in every frame. */
  move: ((x: number) => void) | null
}

/** What a caret covers left and right of its tip's hairline, and a pin right of its middle. */
const BEFORE = 4
const AFTER = 9
const PIN = 6
/** A label that is clear stays where it is until it is so far away: one that trembles with every batch cannot be read. */
const SLACK = 48
/** One that is pushed goes a bead further, so that it is not pushed again at once. */
const LEAD = 24

/** Puts the label beside caret and pin. */
export function settle(span: RailSpan): void {
  const { caretX, width, edgeX, from } = span
  const afterCaret = caretX + AFTER
  const hasPin = span.pinX - caretX > 3
  const isPinNear = hasPin && span.pinX - PIN < afterCaret + PITCH + width
  const right = isPinNear ? span.pinX + PIN : afterCaret
  const end = hasPin && !isPinNear ? Math.min(edgeX, span.pinX - PIN) : edgeX
  const left = Math.floor(caretX - BEFORE - width)
  const isStill =
    (from >= right && from - right <= SLACK && from + width <= end) || (from <= left && left - from <= SLACK)
  const next = Math.ceil((from < right ? right + LEAD : right) / PITCH) * PITCH
  span.from = isStill ? from : next + width <= end ? next : from > left ? left - LEAD : left
  span.to = span.from + width
  if (span.from !== from) span.move?.(span.from)
}
