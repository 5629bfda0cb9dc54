import { BEAD_PITCH } from './measures.ts'

/** Index of the newest stored record; -1 when there is none. */
export const newestIndex = (tipIndex: number): number => tipIndex - 1

/** How far from the tape's left edge a caret stands: pixels at bead zoom, columns at grain zoom. */
export function caretColumns(bead: boolean, unread: number, lagSeconds: number, unitSeconds: number): number {
  return bead ? (unread > 0 ? 4 + unread * BEAD_PITCH : 0) : lagSeconds / unitSeconds
}
