import { BEAD_PITCH, PITCH } from './measures.ts'

/** Index of the newest stored record; -1 when there is none. */
export const newestIndex = (tipIndex: number): number => tipIndex - 1

/** How far from the tape's left edge a caret stands, in pixels: by records at bead zoom, by age at grain zoom. */
export function caretOffset(bead: boolean, unread: number, ageSeconds: number, unitSeconds: number): number {
  if (bead) return unread > 0 ? 4 + unread * BEAD_PITCH : 0
  return (ageSeconds / unitSeconds) * PITCH
}
