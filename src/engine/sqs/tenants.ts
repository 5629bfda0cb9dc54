import { EventList } from '../kernel/eventList.ts'
import type { Growing, SnapshotReader, SnapshotWriter, State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { addBusyTime, BUSY_FIELDS, busyTimeAt } from './busyTime.ts'
import { crowdsFlight, type FairRules, takesTime } from './fairRules.ts'

// Fields of a tenant's row, behind those of its busy time; a row that nobody has used is all zeros.
const IN_FLIGHT = BUSY_FIELDS
/** Visible messages. */
const BACKLOG = IN_FLIGHT + 1
/** 1 while it is noisy. */
const NOISY = BACKLOG + 1
/** Since when it has had nothing in flight. */
const IDLE_SINCE = NOISY + 1
const ROW = IDLE_SINCE + 1
/** The first row is the queue as a whole. */
const ALL = 0

/**
 * The tenants of a standard queue (SQS.21): who has how much in flight, and who is noisy. A tenant is judged when one of its
 * messages is next in line, because before that nobody could tell.
 */
export class Tenants implements Growing {
  private readonly rules: FairRules
  private rows = new Float64Array(ROW)
  /** When noisy tenants without messages in flight will be quiet (SQS.24). */
  private readonly quietAt = new EventList()

  constructor(state: State, rules: FairRules) {
    this.rules = rules
    state.part(this)
    state.part(this.quietAt)
  }

  inFlightOf(group: number): number {
    return this.of(group, IN_FLIGHT)
  }

  /** Whether it was found noisy and is not quiet again. */
  isMarked(group: number): boolean {
    return this.of(group, NOISY) === 1
  }

  /** One more message of it is visible. */
  appeared(group: number): void {
    const row = this.place(group)
    this.rows[row + BACKLOG]! += 1
  }

  /** One message less. SQS.24: nothing left, and it is quiet; returns whether it became so. */
  vanished(group: number): boolean {
    const row = this.place(group)
    this.rows[row + BACKLOG]! -= 1
    return this.rows[row + BACKLOG] === 0 && this.hush(group)
  }

  received(group: number, now: Micros): void {
    this.change(ALL, 1, now)
    if (group < 0) return
    this.change(this.place(group), 1, now)
    this.quietAt.cancel(group)
  }

  left(group: number, now: Micros): void {
    this.change(ALL, -1, now)
    if (group < 0) return
    const row = this.place(group)
    this.change(row, -1, now)
    if (this.rows[row + IN_FLIGHT]! > 0) return
    this.rows[row + IDLE_SINCE] = now
    if (this.rows[row + NOISY] === 1) this.quietAt.schedule(group, now + this.rules.quietAfterMicros)
  }

  /** SQS.22. Once noisy a tenant stays so until it is quiet again by SQS.24. */
  isNoisy(group: number, now: Micros): boolean {
    if (group < 0) return false
    const row = this.place(group)
    const { rows, rules } = this
    if (rows[row + NOISY] === 1) return true
    const { recentMicros } = rules
    const inFlight = rows[row + IN_FLIGHT]!
    const isNoisy =
      crowdsFlight(inFlight, rows[ALL + IN_FLIGHT]!, rules) ||
      takesTime(
        busyTimeAt(rows, row, inFlight, now, recentMicros),
        busyTimeAt(rows, ALL, rows[ALL + IN_FLIGHT]!, now, recentMicros),
        rules,
      )
    if (!isNoisy) return false
    rows[row + NOISY] = 1
    if (inFlight === 0) this.quietAt.schedule(group, rows[row + IDLE_SINCE]! + rules.quietAfterMicros)
    return true
  }

  /** SQS.24: a tenant that has had nothing in flight for long enough, quiet from now on; -1 when there is none. */
  nextQuiet(now: Micros): number {
    if (this.quietAt.firstAt() > now) return -1
    const group = this.quietAt.first()
    this.hush(group)
    return group
  }

  saveTo(out: SnapshotWriter): void {
    // Rows that nobody has used yet are no part of it: how many there are is a matter of what came later.
    let used = this.rows.length
    while (used > 0 && this.rows[used - 1] === 0) used--
    out.push(used)
    out.pushAll(this.rows, used)
  }

  loadFrom(from: SnapshotReader): void {
    const length = from.nextWhole()
    if (length > this.rows.length) this.rows = new Float64Array(length)
    this.rows.fill(0)
    from.nextInto(this.rows, length)
  }

  private hush(group: number): boolean {
    const row = this.place(group)
    const was = this.rows[row + NOISY] === 1
    this.rows[row + NOISY] = 0
    this.quietAt.cancel(group)
    return was
  }

  private change(row: number, by: number, now: Micros): void {
    const { rows } = this
    addBusyTime(rows, row, rows[row + IN_FLIGHT]!, now, this.rules.recentMicros)
    rows[row + IN_FLIGHT]! += by
  }

  private of(group: number, field: number): number {
    const row = this.place(group)
    return this.rows[row + field]!
  }

  /** Where a tenant's row begins. It may move `rows`: ask before looking into them. */
  private place(group: number): number {
    const place = (group + 1) * ROW
    if (place >= this.rows.length) {
      const larger = new Float64Array((place + ROW) * 2)
      larger.set(this.rows)
      this.rows = larger
    }
    return place
  }
}
