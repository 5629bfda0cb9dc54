import type { GalleryEntry } from './entry.ts'
import { FORM_ENTRIES } from './formEntries.ts'
import { KIND_ENTRIES } from './kindEntries.ts'

/** All pictures, in the order of the page. */
export const ENTRIES: readonly GalleryEntry[] = [...KIND_ENTRIES, ...FORM_ENTRIES]
