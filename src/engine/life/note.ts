import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from './watch.ts'

/**
 * One thing that happened to a record. `place`: stored in a stream or queue, its place in the shard or queue from 1, else 0. `hiddenUntil`: received
 * from a queue, the moment at which nobody else could have received it before (SQS.05), else 0.
 */
export type Note = {
  at: Micros
  step: LifeStep
  node: string
  row: number
  detail: number
  place: number
  hiddenUntil: Micros
}
