import type { Micros } from '../kernel/time.ts'

/** Enhanced fan-out: an application that is a registered consumer of its stream, and is pushed what it reads. */
export type FanOutPlan = {
  /** KIN3.01: its own, for each shard. */
  bytesPerSecond: number
  /** KIN3.07: from storing to the event. */
  latencyMicros: Micros
  /** KIN3.04 */
  subscriptionMicros: Micros
  /** KIN3.05: a second subscription within this time of the last one is refused, and tried again after `retryMicros`. */
  againMicros: Micros
  retryMicros: Micros
  /** False for a consumer that the stream had no room for (KIN3.02): it gets nothing. */
  isRegistered: boolean
}
