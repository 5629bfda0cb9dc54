import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { Note } from './note.ts'
import { readersOf } from './notSeenInQueue.ts'
import { placeIn } from './placeIn.ts'
import type { LifeStep, Watch } from './watch.ts'

/** Notes what happens to one record and to no other. */
class OneRecord implements Watch {
  readonly notes: Note[] = []
  private readonly engine: Engine
  private readonly reference: number
  private readonly most: number

  constructor(engine: Engine, reference: number, most: number) {
    this.engine = engine
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
    const hiddenUntil = step === 'received' ? this.hiddenUntil(node, now) : 0
    const place = step === 'stored' ? this.placeInQueue(node) : 0
    const note = { at: now, step, node, row, detail, place, hiddenUntil }
    this.notes.splice(since < 0 ? this.notes.length : since, 0, note)
  }

  /** Its number there, from 1; 0 where it is not in a queue. */
  private placeInQueue(id: string): number {
    let place = 0
    const queue = this.engine.allQueues.find(({ plan }) => plan.id === id)
    queue?.eachMessage((message) => {
      if (queue.recordOf(message) === this.reference) place = message
    })
    return place
  }

  /** SQS.05: as its queue has it in the moment in which it hands it out. */
  private hiddenUntil(reader: string, now: Micros): Micros {
    let until = 0
    for (const queue of this.engine.allQueues) {
      // What is received by hand is noted of the queue itself.
      if (reader !== queue.plan.id && !readersOf(this.engine, queue.number).includes(reader)) continue
      queue.eachMessage((message, slot) => {
        if (slot < 0 || queue.recordOf(message) !== this.reference) return
        const hidden = queue.hiddenUntil(slot)
        if (hidden > now && hidden < Infinity) until = hidden
      })
    }
    return until
  }
}

/**
 * The life of one record up to a moment, told by playing the run once more: nothing is kept of the other records. `engine` is a
 * fresh one, at 0, of the same plan and seed. `stepsAtMost` bounds a record that is retried or redelivered without end.
 */
export function lifeOf(engine: Engine, reference: number, until: Micros, stepsAtMost: number): Note[] {
  const watch = new OneRecord(engine, reference, stepsAtMost)
  engine.watch(watch)
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  const { notes } = watch
  for (const note of notes.slice()) {
    const stream = note.step === 'stored' ? engine.streams.find(({ plan }) => plan.id === note.node) : undefined
    if (stream === undefined) continue
    const index = placeIn(stream, reference, note)
    note.place = index + 1
    // KIN6.01: a stream drops what is too old without a word. Where its retention was turned meanwhile, as it is now.
    if (index >= stream.trim(note.row, engine.now)) continue
    const at = note.at + stream.retentionMicros
    notes.push({ ...note, step: 'expired', at: at < engine.now ? at : engine.now, detail: 0, place: 0 })
  }
  // Work that is done lazily is noted late, with the moment at which it was done.
  return notes.sort((a, b) => a.at - b.at)
}
