import type { Described } from '../../aws/index.ts'

/** The rows that were last compared more than a year before `today` (ISO 8601), the oldest first. */
export function olderThanAYear(rows: readonly Described[], today: string): Described[] {
  const yearBefore = `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`
  return rows
    .filter(({ checkedOn }) => checkedOn < yearBefore)
    .sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : a.checkedOn > b.checkedOn ? 1 : 0))
}
