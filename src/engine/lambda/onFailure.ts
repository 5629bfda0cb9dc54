import type { Store } from '../clients/store.ts'
import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { DESTINATION, DISCARDED } from './counters.ts'
import type { LambdaFunction } from './lambdaFunction.ts'

/**
 * LKI.10: where messages about discarded batches go. Such a message tells the batch and holds none of its records; in our books
 * it carries the reference of the batch's first record, so that one can tell which it was.
 */
export class OnFailure {
  private readonly world: World
  private readonly fn: LambdaFunction
  private readonly target: Store | null
  private readonly metadataBytes: number

  constructor(world: World, fn: LambdaFunction, target: Store | null, metadataBytes: number) {
    this.world = world
    this.fn = fn
    this.target = target
    this.metadataBytes = metadataBytes
  }

  /** A batch of so many records, at least one, is given up. */
  discard(records: number, firstReference: number, now: Micros): void {
    const { c } = this.fn
    c[DISCARDED]! += records
    if (this.target === null) return
    c[DESTINATION]! += 1
    this.target.accept(firstReference, this.world.records.keyOf(firstReference), this.metadataBytes, now)
    this.target.callEnded(now)
    this.world.watch?.called?.('send', this.target.plan.id, this.metadataBytes, now)
  }
}
