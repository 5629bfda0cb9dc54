import type { Micros } from '../kernel/time.ts'

/** FIFO.03: high throughput needs both settings; any other combination is the normal mode. */
export function isHighThroughput(settings: { deduplicationScope: number; throughputLimit: number }): boolean {
  return settings.deduplicationScope === 1 && settings.throughputLimit === 1
}

/** SQS.14: a message is a dead letter when it was received `maxReceiveCount` times and is to be received again; 0 = never. */
export function isDeadLetter(receives: number, maxReceiveCount: number): boolean {
  return maxReceiveCount > 0 && receives >= maxReceiveCount
}

/** SQS.05: a message stays hidden for 12 h from its receive at the most. */
export function isHiddenTooLong(until: Micros, receivedAt: Micros, limitMicros: Micros): boolean {
  return until - receivedAt > limitMicros
}
