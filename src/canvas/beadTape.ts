import type { BeadOnTape } from './dotPlacement.ts'
import { BEAD_PITCH } from './measures.ts'

/** One bead on a tape: its record, and how far its middle is from the tape's left edge. */
export type PlacedBead = { index: number; paint: number; offset: number }

const FIRST = 4

export type BeadTapeInput = {
  /** What has arrived, oldest first. */
  arrived: readonly BeadOnTape[]
  /** Index of the newest stored record, and how many stored ones have not arrived yet. */
  newestIndex: number
  pending: number
  nowMicros: number
  travelMicros: number
  /** A new bead pushes the others to the right during this time; 0 = at once. */
  shiftMicros: number
  /** Beads further away than this are left out. */
  lengthMax: number
}

/** Beads in order, newest at the left; a new one slides in and moves the others by one place. */
export function beadTape(input: BeadTapeInput): PlacedBead[] {
  const { arrived, nowMicros, travelMicros, shiftMicros, lengthMax } = input
  const beads: PlacedBead[] = []
  let index = input.newestIndex - input.pending
  let before = 0
  for (let i = arrived.length - 1; i >= 0; i--, index--) {
    const bead = arrived[i]
    if (bead === undefined) break
    const age = nowMicros - bead.atMicros - travelMicros
    const share = shiftMicros > 0 ? Math.max(0, Math.min(1, age / shiftMicros)) : 1
    const offset = FIRST + (before + share - 0.5) * BEAD_PITCH
    if (offset > lengthMax) break
    beads.push({ index, paint: bead.paint, offset })
    before += share
  }
  return beads
}

/** Where a caret at record `caretIndex` stands: left of it is what is still to be processed. */
export function beadCaret(beads: readonly PlacedBead[], caretIndex: number, lengthMax: number): number {
  let offset = 0
  for (const bead of beads) {
    if (bead.index < caretIndex) return offset
    offset = Math.max(0, bead.offset + BEAD_PITCH / 2)
  }
  const oldest = beads.at(-1)
  // Unread records further back than the drawing reaches: the caret waits at the tear.
  return oldest !== undefined && oldest.index > caretIndex ? lengthMax : offset
}
