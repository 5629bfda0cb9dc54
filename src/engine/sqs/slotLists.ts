import type { Growing, SnapshotReader, SnapshotWriter, State } from '../kernel/state.ts'
import { LISTED, type MessageSlots, SLOT } from './messageSlots.ts'

/**
 * Lists of visible messages, each in its order. A slot is in one list at most; the links stand in the slots themselves, so
 * whoever is deleted or expires leaves the middle of a list in one step.
 */
export class SlotLists implements Growing {
  private readonly slots: MessageSlots
  /** Of each list: first slot plus 1, 0 when it is empty, and last. */
  private readonly firsts: number[] = []
  private readonly lasts: number[] = []
  /** Messages in all lists. */
  length = 0

  constructor(state: State, slots: MessageSlots) {
    this.slots = slots
    state.part(this)
  }

  /** First slot of a list, -1 when it is empty. */
  first(list: number): number {
    return (this.firsts[list] ?? 0) - 1
  }

  /** The slot behind another one, -1 at the end. */
  after(slot: number): number {
    return this.slots.get(slot, SLOT.next) - 1
  }

  push(list: number, slot: number): void {
    while (this.firsts.length <= list) {
      this.firsts.push(0)
      this.lasts.push(0)
    }
    const { slots } = this
    const last = this.lasts[list]!
    slots.set(slot, SLOT.state, LISTED + list)
    slots.set(slot, SLOT.previous, last)
    slots.set(slot, SLOT.next, 0)
    if (last > 0) slots.set(last - 1, SLOT.next, slot + 1)
    else this.firsts[list] = slot + 1
    this.lasts[list] = slot + 1
    this.length++
  }

  /** Takes a slot out of its list; returns the list. */
  remove(slot: number): number {
    const { slots } = this
    const list = slots.get(slot, SLOT.state) - LISTED
    const next = slots.get(slot, SLOT.next)
    const previous = slots.get(slot, SLOT.previous)
    if (previous > 0) slots.set(previous - 1, SLOT.next, next)
    else this.firsts[list] = next
    if (next > 0) slots.set(next - 1, SLOT.previous, previous)
    else this.lasts[list] = previous
    this.length--
    return list
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.length)
    let filled = 0
    for (const first of this.firsts) if (first > 0) filled++
    out.push(filled)
    this.firsts.forEach((first, list) => {
      if (first === 0) return
      out.push(list)
      out.push(first)
      out.push(this.lasts[list]!)
    })
  }

  loadFrom(from: SnapshotReader): void {
    this.firsts.fill(0)
    this.lasts.fill(0)
    this.length = from.nextWhole()
    const filled = from.nextWhole()
    for (let i = 0; i < filled; i++) {
      const list = from.nextWhole()
      while (this.firsts.length <= list) {
        this.firsts.push(0)
        this.lasts.push(0)
      }
      this.firsts[list] = from.nextWhole()
      this.lasts[list] = from.nextWhole()
    }
  }
}
