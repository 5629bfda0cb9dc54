import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { Plan, PlanIntervention } from '../plan.ts'
import { OrderKept } from './orderKept.ts'
import type { LifeStep, Watch } from './watch.ts'

/**
 * What can happen for the first time in a run. refused: an attempt by a store; returned: a message is visible again; again: a
 * consumer works a record a second time; overtaken: a consumer works a record after a later one of its key; deadLettered: a message
 * goes to its dead-letter queue; failed: work on a record; lost: a record is gone that nobody worked; crashed: a worker or a node.
 */
export type FirstOf = 'refused' | 'failed' | 'returned' | 'again' | 'overtaken' | 'deadLettered' | 'lost' | 'crashed'

/** Whether a consumer reads a store. */
type Reads = (store: string, consumer: string) => boolean

/** The first of a kind, where it happened; `reference` -1: to no record. */
export type First = { of: FirstOf; at: Micros; node: string; row: number; reference: number }

const PLAIN: Readonly<Partial<Record<LifeStep, FirstOf>>> = {
  refused: 'refused',
  failed: 'failed',
  returned: 'returned',
  deadLettered: 'deadLettered',
  dropped: 'lost',
  givenUp: 'lost',
  lost: 'lost',
  discarded: 'lost',
  missed: 'lost',
  copyLost: 'lost',
  expired: 'lost',
  purged: 'lost',
}

/** Notes the first of each kind. Of so many records it knows who has worked them, and no more. */
class FirstWatch implements Watch {
  readonly firsts = new Map<FirstOf, First>()
  private readonly worked = new Map<string, Set<number>>()
  private readonly order: OrderKept
  private readonly recordsAtMost: number
  private readonly reads: Reads
  private count = 0

  constructor(order: OrderKept, recordsAtMost: number, reads: Reads) {
    this.order = order
    this.reads = reads
    this.recordsAtMost = recordsAtMost
  }

  note(step: LifeStep, reference: number, node: string, row: number, _detail: number, now: Micros): void {
    if (step === 'worked') {
      this.notesWork(reference, node, row, now)
      return
    }
    const of = PLAIN[step]
    // What was worked and never deleted goes from its queue as well, and is no loss.
    if ((step === 'expired' || step === 'purged') && this.isWorked(reference, node)) return
    if (of !== undefined) this.tell({ of, at: now, node, row, reference })
  }

  private isWorked(reference: number, queue: string): boolean {
    for (const [consumer, worked] of this.worked) if (worked.has(reference) && this.reads(queue, consumer)) return true
    return false
  }

  crashed(node: string, row: number, at: Micros): void {
    this.tell({ of: 'crashed', at, node, row, reference: -1 })
  }

  tell(first: First): void {
    const known = this.firsts.get(first.of)
    // Work that is done lazily is noted late, with the moment at which it was done.
    if (known === undefined || first.at < known.at) this.firsts.set(first.of, first)
  }

  private notesWork(reference: number, node: string, row: number, at: Micros): void {
    const worked = this.worked.get(node) ?? new Set()
    if (worked.has(reference)) {
      this.tell({ of: 'again', at, node, row, reference })
      return
    }
    // Beyond so many nobody knows whether it was worked before, so nothing is said of its order either.
    if (this.count >= this.recordsAtMost) return
    this.count++
    this.worked.set(node, worked.add(reference))
    const turned = this.order.worked(reference, node, at)
    if (turned !== null) this.tell({ of: 'overtaken', at: turned, node, row, reference })
  }
}

/**
 * Plays a fresh engine up to a moment and tells what happened first of each kind, in the order of time. What a stream drops unread it
 * drops without a word: that is not among them.
 */
export function firstsOf(engine: Engine, until: Micros, recordsAtMost: number, reads: Reads): First[] {
  const watch = new FirstWatch(new OrderKept(engine.world.records), recordsAtMost, reads)
  engine.watch(watch)
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  for (const step of engine.plan.interventions)
    if (step.action === 'crash' && step.at <= until) watch.crashed(idOf(engine.plan, step), step.worker, step.at)
  return [...watch.firsts.values()].sort((a, b) => a.at - b.at)
}

function idOf(plan: Plan, { kind, node }: PlanIntervention): string {
  const nodes = kind === 'application' ? plan.applications : kind === 'pool' ? plan.pools : plan.nodes
  return nodes[node]?.id ?? ''
}
