import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'

/** Put or send calls under way on one link: each holds the records of its batch and how often each was tried. */
export class CallSlots implements Growing {
  private readonly size: number
  readonly references: Uint32Array
  readonly attempts: Uint16Array
  /** Records of each call; 0 = the slot is free. */
  readonly counts: Int32Array
  private readonly free: number[] = []

  constructor(calls: number, recordsAtMost: number) {
    this.size = recordsAtMost
    this.references = new Uint32Array(calls * recordsAtMost)
    this.attempts = new Uint16Array(calls * recordsAtMost)
    this.counts = new Int32Array(calls)
    for (let call = calls - 1; call >= 0; call--) this.free.push(call)
  }

  get hasFree(): boolean {
    return this.free.length > 0
  }

  take(): number {
    return this.free.pop()!
  }

  add(call: number, reference: number, attempts: number): void {
    const place = call * this.size + this.counts[call]!++
    this.references[place] = reference
    this.attempts[place] = attempts
  }

  first(call: number): number {
    return call * this.size
  }

  release(call: number): void {
    this.counts[call] = 0
    this.free.push(call)
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.free.length)
    out.pushAll(this.free, this.free.length)
    for (let call = 0; call < this.counts.length; call++) {
      const count = this.counts[call]!
      out.push(count)
      for (let i = 0; i < count; i++) {
        out.push(this.references[call * this.size + i]!)
        out.push(this.attempts[call * this.size + i]!)
      }
    }
  }

  loadFrom(from: SnapshotReader): void {
    this.free.length = 0
    const freeCount = from.nextWhole()
    for (let i = 0; i < freeCount; i++) this.free.push(from.nextWhole())
    for (let call = 0; call < this.counts.length; call++) {
      const count = from.nextWhole()
      this.counts[call] = count
      for (let i = 0; i < count; i++) {
        this.references[call * this.size + i] = from.next()
        this.attempts[call * this.size + i] = from.next()
      }
    }
  }
}
