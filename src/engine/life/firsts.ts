import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep, Watch } from './watch.ts'

/**
 * What can happen for the first time in a run. refused: an attempt by a store; returned: a message is visible again; again: a
 * consumer works a record a second time; deadLettered: a message goes to its dead-letter queue; failed: work on a record;
 * lost: a record is gone that nobody worked.
 */
export type FirstOf = 'refused' | 'failed' | 'returned' | 'again' | 'deadLettered' | 'lost'

/** The first of a kind, where it happened. */
export type First = { of: FirstOf; at: Micros; node: string; row: number; reference: number }

const PLAIN: Readonly<Partial<Record<LifeStep, FirstOf>>> = {
  refused: 'refused',
  failed: 'failed',
  returned: 'returned',
  deadLettered: 'deadLettered',
  dropped: 'lost',
  givenUp: 'lost',
  lost: 'lost',
  expired: 'lost',
}

/** Notes the first of each kind. Of so many records it knows who has worked them, and no more. */
class FirstWatch implements Watch {
  readonly firsts = new Map<FirstOf, First>()
  private readonly worked = new Map<string, Set<number>>()
  private readonly recordsAtMost: number
  private count = 0

  constructor(recordsAtMost: number) {
    this.recordsAtMost = recordsAtMost
  }

  note(step: LifeStep, reference: number, node: string, row: number, _detail: number, now: Micros): void {
    const of = step === 'worked' ? this.workedAgain(reference, node) : PLAIN[step]
    if (of === undefined) return
    const known = this.firsts.get(of)
    // Work that is done lazily is noted late, with the moment at which it was done.
    if (known === undefined || now < known.at) this.firsts.set(of, { of, at: now, node, row, reference })
  }

  private workedAgain(reference: number, node: string): FirstOf | undefined {
    if (this.firsts.has('again')) return undefined
    const worked = this.worked.get(node) ?? new Set()
    if (worked.has(reference)) return 'again'
    if (this.count < this.recordsAtMost) {
      this.count++
      this.worked.set(node, worked.add(reference))
    }
    return undefined
  }
}

/** Plays a fresh engine up to a moment and tells what happened first of each kind, in the order of time. */
export function firstsOf(engine: Engine, until: Micros, recordsAtMost: number): First[] {
  const watch = new FirstWatch(recordsAtMost)
  engine.watch(watch)
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  return [...watch.firsts.values()].sort((a, b) => a.at - b.at)
}
