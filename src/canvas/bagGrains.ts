import { PAINT_COUNT } from '../protocol/frame.ts'

/** What lies in place i of a bag: paint, +8 when received. */
export type GrainCode = number

const CODES = 2 * PAINT_COUNT

/**
 * Changes as few places as possible until `slots` holds the wanted number of every code. A message that
 * is received or comes back changes its form where it lies; one that leaves gives its place to the topmost.
 */
export function settleGrains(slots: GrainCode[], wanted: readonly number[]): void {
  const have = new Array<number>(CODES).fill(0)
  for (const code of slots) have[code] = (have[code] ?? 0) + 1
  const off = (code: number) => (wanted[code] ?? 0) - (have[code] ?? 0)
  const change = (index: number, code: number) => {
    const old = slots[index] ?? 0
    have[old] = (have[old] ?? 0) - 1
    have[code] = (have[code] ?? 0) + 1
    slots[index] = code
  }
  for (let i = 0; i < slots.length; i++) {
    const code = slots[i] ?? 0
    const other = (code + PAINT_COUNT) % CODES
    if (off(code) < 0 && off(other) > 0) change(i, other)
  }
  for (let i = slots.length - 1; i >= 0; i--) {
    const code = slots[i] ?? 0
    if (off(code) >= 0) continue
    have[code] = (have[code] ?? 0) - 1
    const last = slots.pop()
    if (i < slots.length && last !== undefined) slots[i] = last
  }
  pour(slots, have, wanted)
}

/** New grains come mixed: each time the code that lacks the largest share of its need. */
function pour(slots: GrainCode[], have: number[], wanted: readonly number[]): void {
  for (;;) {
    let best = -1
    let lack = 0
    for (let code = 0; code < CODES; code++) {
      const need = (wanted[code] ?? 0) - (have[code] ?? 0)
      const share = need / Math.max(1, wanted[code] ?? 1)
      if (need > 0 && share > lack) {
        best = code
        lack = share
      }
    }
    if (best < 0) return
    have[best] = (have[best] ?? 0) + 1
    slots.push(best)
  }
}
