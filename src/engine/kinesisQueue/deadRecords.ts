import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import { StandardQueue } from '../sqs/standardQueue.ts'

/** Dead letters of a Kinesis queue: they stay in it, and only calls of their own return them (KIN6.04). */
export class DeadRecords extends StandardQueue {
  /** That they came here has been told as what happened in the queue; they were stored nowhere else. */
  protected override note(step: LifeStep, reference: number, now: Micros): void {
    if (step !== 'stored') super.note(step, reference, now)
  }
}
