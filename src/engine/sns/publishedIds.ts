import { GapLog } from '../kernel/gapLog.ts'
import { Uint32Log } from '../kernel/log.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/**
 * SNS.06: deduplication ids of a FIFO topic, remembered for five minutes from the publish that brought them; a repeat does not
 * lengthen that. An id is a number; whoever gives it out has the scope (topic or group) in it.
 */
export class PublishedIds implements Growing {
  private readonly ids = new Uint32Log()
  private readonly references = new Uint32Log()
  private readonly at = new GapLog()
  /** Oldest row that is still remembered. */
  private head = 0
  /** Row of each remembered id; known from the logs. */
  private readonly rows = new Map<number, number>()

  /** Reference of the message that was published with this id within the window, or -1. */
  find(id: number, now: Micros, windowMicros: Micros): number {
    while (this.head < this.ids.length && this.at.get(this.head) + windowMicros <= now)
      this.rows.delete(this.ids.get(this.head++))
    const row = this.rows.get(id)
    return row === undefined ? -1 : this.references.get(row)
  }

  /** Notes an id that `find` did not find. */
  add(id: number, reference: number, now: Micros): void {
    this.rows.set(id, this.ids.length)
    this.ids.push(id)
    this.references.push(reference)
    this.at.push(now)
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.head)
    for (const log of [this.ids, this.references, this.at]) log.saveTo(out)
  }

  loadFrom(from: SnapshotReader): void {
    this.head = from.nextWhole()
    for (const log of [this.ids, this.references, this.at]) log.loadFrom(from)
    this.rows.clear()
    for (let row = this.head; row < this.ids.length; row++) this.rows.set(this.ids.get(row), row)
  }
}
