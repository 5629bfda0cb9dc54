import type { Micros } from '../kernel/time.ts'
import { WINDOW_RECORDS, WINDOWS, WINDOWS_EARLY } from './counters.ts'
import { TUMBLING_COUNT, TUMBLING_END } from './laneColumn.ts'
import type { ShardLog } from './shardLog.ts'
import type { StreamContext } from './streamContext.ts'
import { tumblingEnd } from './streamRules.ts'

/**
 * LKI.13: a state that goes from one invocation to the next while they are about the same window of time, as far as counts go: how
 * many records it has taken in. Of a lane; AWS says of a shard, which is the same with one lane.
 */
export class TumblingWindow {
  private readonly s: Float64Array
  private readonly context: StreamContext

  /** `s`: the column of its lane. */
  constructor(s: Float64Array, context: StreamContext) {
    this.s = s
    this.context = context
  }

  get isOpen(): boolean {
    return this.s[TUMBLING_END]! > 0
  }

  /** Whether the open window ends before a record of this moment; also when nothing more can come for it, or its state is too large. */
  endsBefore(moment: Micros): boolean {
    return this.isOpen && (moment >= this.s[TUMBLING_END]! || this.isTooLarge)
  }

  /** End of the window of a record, Infinity without windows. */
  endOf(storedAt: Micros): Micros {
    const { tumblingMicros } = this.context.settings
    return tumblingMicros > 0 ? tumblingEnd(storedAt, tumblingMicros) : Infinity
  }

  /** So many records, the first at this place, were taken into the state. */
  count(records: number, first: number, log: ShardLog): void {
    if (records === 0 || this.context.settings.tumblingMicros === 0) return
    this.s[TUMBLING_END] = this.endOf(log.storedAt(first))
    this.s[TUMBLING_COUNT]! += records
  }

  /** Its last invocation is done. */
  ended(): void {
    const { c } = this.context.fn
    c[WINDOWS]! += 1
    if (this.isTooLarge) c[WINDOWS_EARLY]! += 1
    c[WINDOW_RECORDS]! += this.s[TUMBLING_COUNT]!
    this.s[TUMBLING_END] = 0
    this.s[TUMBLING_COUNT] = 0
  }

  private get isTooLarge(): boolean {
    const { settings, plan } = this.context
    return this.s[TUMBLING_COUNT]! * settings.stateBytesPerRecord > plan.limits.stateBytes
  }
}
