import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep, Watch } from './watch.ts'

/** One thing that happened to a record. */
export type Note = { at: Micros; step: LifeStep; node: string; row: number; detail: number }

/** Notes what happens to one record and to no other. */
class OneRecord implements Watch {
  readonly notes: Note[] = []
  private readonly reference: number
  private readonly most: number

  constructor(reference: number, most: number) {
    this.reference = reference
    this.most = most
  }

  note(step: LifeStep, reference: number, node: string, row: number, detail: number, now: Micros): void {
    if (reference !== this.reference || this.notes.length >= this.most) return
    // FIFO.12: whoever sends a repetition is told that it is stored.
    const last = this.notes.at(-1)
    if (step === 'stored' && last?.step === 'repeated' && last.node === node && last.at === now) return
    // A sender is told that it is stored when the store has done with it what it does at once.
    const since = step === 'stored' ? this.notes.findIndex((note) => note.at === now && note.node === node) : -1
    this.notes.splice(since < 0 ? this.notes.length : since, 0, { at: now, step, node, row, detail })
  }
}

/**
 * The life of one record up to a moment, told by playing the run once more: nothing is kept of the other records. `engine` is a
 * fresh one, at 0, of the same plan and seed. `stepsAtMost` bounds a record that is retried or redelivered without end.
 */
export function lifeOf(engine: Engine, reference: number, until: Micros, stepsAtMost: number): Note[] {
  const watch = new OneRecord(reference, stepsAtMost)
  engine.watch(watch)
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  // Work that is done lazily is noted late, with the moment at which it was done.
  return watch.notes.sort((a, b) => a.at - b.at)
}
