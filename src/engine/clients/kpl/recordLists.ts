import type { State } from '../../kernel/state.ts'
import type { KinesisRecords } from './kinesisRecords.ts'

/** Lists of Kinesis records, first in, first out: so many of them, by number. */
export class RecordLists {
  private readonly records: KinesisRecords
  private readonly c: Float64Array

  constructor(state: State, records: KinesisRecords, lists: number) {
    this.records = records
    this.c = state.column(lists * FIELDS)
  }

  countOf(list: number): number {
    return this.c[list * FIELDS + COUNT]!
  }

  bytesOf(list: number): number {
    return this.c[list * FIELDS + BYTES]!
  }

  /** Only while it is not empty. */
  firstOf(list: number): number {
    return this.c[list * FIELDS + FIRST]!
  }

  push(list: number, record: number): void {
    const { c } = this
    const at = list * FIELDS
    if (c[at + COUNT] === 0) c[at + FIRST] = record
    else this.records.setNext(c[at + LAST]!, record)
    c[at + LAST] = record
    c[at + COUNT]! += 1
    c[at + BYTES]! += this.records.bytesOf(record)
  }

  shift(list: number): number {
    const { c } = this
    const at = list * FIELDS
    const record = c[at + FIRST]!
    c[at + COUNT]! -= 1
    c[at + BYTES]! -= this.records.bytesOf(record)
    c[at + FIRST] = c[at + COUNT] === 0 ? 0 : this.records.nextOf(record)
    if (c[at + COUNT] === 0) c[at + LAST] = 0
    return record
  }

  /** Takes all of a list, which is a chain from its first one on. */
  takeAll(list: number): { first: number; count: number } {
    const taken = { first: this.firstOf(list), count: this.countOf(list) }
    this.c.fill(0, list * FIELDS, (list + 1) * FIELDS)
    return taken
  }
}

const FIRST = 0
const LAST = FIRST + 1
const COUNT = LAST + 1
const BYTES = COUNT + 1
const FIELDS = BYTES + 1
