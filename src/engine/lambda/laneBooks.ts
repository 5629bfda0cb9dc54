import { min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { EXPIRED, PROCESSED } from './counters.ts'
import { FROM, SETTLED, TO } from './laneColumn.ts'
import type { LaneRecords } from './laneRecords.ts'
import type { StreamContext } from './streamContext.ts'
import { oldestAllowed } from './streamRules.ts'
import type { TumblingWindow } from './tumblingWindow.ts'

/** How the records of a lane are settled: each is processed, discarded or expired, once. `s` is the column of the lane. */
export class LaneBooks {
  private readonly s: Float64Array
  private readonly context: StreamContext
  private readonly records: LaneRecords
  private readonly tumbling: TumblingWindow

  constructor(s: Float64Array, context: StreamContext, records: LaneRecords, tumbling: TumblingWindow) {
    this.s = s
    this.context = context
    this.records = records
    this.tumbling = tumbling
  }

  /** The batch is done up to this place. */
  processed(to: number): void {
    const { s } = this
    const records = this.records.count(s[FROM]!, to)
    this.context.fn.c[PROCESSED]! += records
    s[SETTLED]! += records
    this.tumbling.count(records, s[FROM]!, this.records.log)
    s[FROM] = to
  }

  /** What expired or grew too old while the batch waited is not given to the function again (LKI.06, LKI.07). */
  dropOld(now: Micros): void {
    const { s } = this
    const { log } = this.records
    s[FROM] = this.expire(s[FROM]!, s[TO]!, now)
    const oldest = oldestAllowed(this.context.settings.recordAgeMaxMicros, now)
    if (oldest <= 0 || s[FROM] === s[TO] || log.storedAt(s[FROM]!) >= oldest) return
    this.discardTo(min(log.firstAtOrAfter(oldest, s[FROM]!), s[TO]!), now)
  }

  /** The batch is given up to this place (LKI.10). */
  discardTo(to: number, now: Micros): void {
    const { s, records, context } = this
    const count = records.count(s[FROM]!, to)
    s[SETTLED]! += count
    records.tell('discarded', s[FROM]!, to, context.plan.id, now)
    if (count > 0) context.onFailure.discard(count, records.log.referenceOf(records.firstFrom(s[FROM]!, to)), now)
    s[FROM] = to
  }

  /** Records of the lane in [from, end) that are no longer in the stream are lost to it. Returns where the rest begins. */
  expire(from: number, end: number, now: Micros): number {
    const to = min(this.records.log.trim(now), end)
    if (to <= from) return from
    const lost = this.records.count(from, to)
    this.records.tell('missed', from, to, this.context.plan.id, now)
    this.context.fn.c[EXPIRED]! += lost
    this.s[SETTLED]! += lost
    return to
  }
}
