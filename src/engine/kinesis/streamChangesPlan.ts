import type { Micros } from '../kernel/time.ts'

/** What bounds a person's changes of a stream during a run. */
export type StreamChangesPlan = {
  /** 0 provisioned, 1 on-demand, 2 on-demand with Advantage. */
  mode: number
  /** KIN5.10: changes between provisioned and on-demand in any window of this length, and how long one takes (KIN4.08). */
  modeSwitchesMost: number
  modeSwitchWindowMicros: Micros
  updateMicros: Micros
  /** KIN5.08 */
  advantageLeastMicros: Micros
  /** KIN5.09 */
  warmBytesMost: number
  /** KIN6.01 */
  retentionLeastMicros: Micros
  retentionMostMicros: Micros
}

/** What a person does to a stream, beside turning its limits. */
export type StreamStep =
  /** In decimal, or empty: into halves (KIN4.01). */
  | { action: 'splitShard'; shard: number; startingHashKey: string }
  | { action: 'mergeShards'; shard: number; adjacent: number }
  | { action: 'updateShardCount'; target: number }
  | { action: 'setRetention'; micros: Micros }
