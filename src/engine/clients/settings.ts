import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'

/** The parameters of one node that may be turned during the run: part of every snapshot, in a fixed order of names. */
export class Settings<T extends Record<string, number>> implements Growing {
  readonly values: T
  private readonly names: (keyof T)[]

  constructor(initial: T) {
    this.values = { ...initial }
    this.names = Object.keys(initial).sort()
  }

  saveTo(out: SnapshotWriter): void {
    for (const name of this.names) out.push(this.values[name]!)
  }

  loadFrom(from: SnapshotReader): void {
    for (const name of this.names) this.values[name] = from.next() as T[keyof T]
  }
}
