import type { Micros } from '../kernel/time.ts'

export type Caller = {
  /** What came of a call. Ticket and stamp are the caller's own numbers, handed back as they are. */
  onAnswer(ticket: number, stamp: number, isDone: boolean, now: Micros): void
  /** The moment has come for which it asked. */
  onWake?(now: Micros): void
}

/** A system that readers call and wait for, as they see it. */
export interface Downstream {
  readonly id: string
  /** Whether it is called once for a batch, before the work on its records; else once for each record, after its work. */
  readonly isPerBatch: boolean
  /** A new caller; its number. */
  addCaller(caller: Caller): number
  /** One call. False: it is refused at once; else the caller gets an answer later. */
  call(caller: number, ticket: number, stamp: number, now: Micros): boolean
  /** A caller is told when this moment has come; Infinity: not any more. */
  wakeAt(caller: number, at: Micros): void
}
