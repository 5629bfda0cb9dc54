import { floor } from '../kernel/detMath.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import { WORD_BITS } from '../kernel/units.ts'

/**
 * Which messages of a queue have been worked by a client, by their numbers from 1: also those that are gone from the queue, since work may
 * end after that. A bit each, in words of which only those are kept that are neither full nor behind the highest.
 */
export class WorkedMessages implements Growing {
  private readonly words = new Map<number, number>()
  private end = 0

  /** Notes that the work on a message is done; returns whether it had been before. */
  add(message: number): boolean {
    const word = wordOf(message)
    while (this.end <= word) this.words.set(this.end++, 0)
    const bits = this.words.get(word)
    if (bits === undefined) return true
    const bit = bitOf(message)
    if ((bits & bit) !== 0) return true
    // All bits together are -1.
    if ((bits | bit) === -1) this.words.delete(word)
    else this.words.set(word, bits | bit)
    return false
  }

  has(message: number): boolean {
    const word = wordOf(message)
    if (word >= this.end) return false
    const bits = this.words.get(word)
    return bits === undefined || (bits & bitOf(message)) !== 0
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.end)
    out.push(this.words.size)
    for (const [word, bits] of [...this.words].sort(([a], [b]) => a - b)) {
      out.push(word)
      out.push(bits)
    }
  }

  loadFrom(from: SnapshotReader): void {
    this.words.clear()
    this.end = from.nextWhole()
    for (let left = from.nextWhole(); left > 0; left--) this.words.set(from.nextWhole(), from.next())
  }
}

const wordOf = (message: number) => floor((message - 1) / WORD_BITS)
const bitOf = (message: number) => 1 << ((message - 1) % WORD_BITS)
