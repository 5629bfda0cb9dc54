import type { ArrivalTimes } from './kernel/arrivalTimes.ts'
import type { EventList } from './kernel/eventList.ts'
import type { RandomStreams } from './kernel/random.ts'
import type { State } from './kernel/state.ts'
import type { KeyTable } from './keyTable.ts'
import type { Watch } from './life/watch.ts'
import type { Trace } from './metrics/trace.ts'
import type { Records } from './records.ts'
import type { PublishQuota } from './sns/publishQuota.ts'

/** What every model shares: the state to put columns in, the clock, the future and the records. */
export type World = {
  readonly state: State
  readonly events: EventList
  readonly arrivals: ArrivalTimes
  readonly random: RandomStreams
  readonly records: Records
  readonly keys: KeyTable
  readonly trace: Trace
  /** Who looks on; no part of the state. */
  watch: Watch | null
  /** SNS.03: what the account may publish, whatever the topic; null where nothing says so. */
  readonly publishQuota: PublishQuota | null
}
