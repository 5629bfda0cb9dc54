import { min } from '../../kernel/detMath.ts'
import { Slots } from '../../kernel/slots.ts'
import type { State } from '../../kernel/state.ts'
import type { Micros } from '../../kernel/time.ts'

/** A user record on its way, and how often it was sent. */
export type UserRecord = { reference: number; attempts: number }

/** Kinesis records that a producer library fills, and the user records in each, in order. Named by numbers. */
export class KinesisRecords {
  private readonly users = new Slots(USER_FIELDS)
  private readonly records = new Slots(FIELDS)

  constructor(state: State) {
    state.part(this.users)
    state.part(this.records)
  }

  create(): number {
    const record = this.records.take()
    this.records.values[record * FIELDS + DEADLINE] = Infinity
    return record
  }

  add(record: number, { reference, attempts }: UserRecord, bytes: number, deadline: Micros): void {
    const user = this.users.take()
    const at = user * USER_FIELDS
    this.users.values[at + REFERENCE] = reference
    this.users.values[at + ATTEMPTS] = attempts
    const { values } = this.records
    const r = record * FIELDS
    if (values[r + COUNT] === 0) values[r + FIRST] = user
    else this.users.values[values[r + LAST]! * USER_FIELDS + NEXT_USER] = user
    values[r + LAST] = user
    values[r + COUNT]! += 1
    values[r + BYTES]! += bytes
    values[r + DEADLINE] = min(values[r + DEADLINE]!, deadline)
  }

  countOf(record: number): number {
    return this.records.values[record * FIELDS + COUNT]!
  }

  bytesOf(record: number): number {
    return this.records.values[record * FIELDS + BYTES]!
  }

  /** The earliest of its user records. */
  deadlineOf(record: number): Micros {
    return this.records.values[record * FIELDS + DEADLINE]!
  }

  /** The Kinesis record that follows in the list it is in. */
  nextOf(record: number): number {
    return this.records.values[record * FIELDS + NEXT]!
  }

  setNext(record: number, next: number): void {
    this.records.values[record * FIELDS + NEXT] = next
  }

  usersOf(record: number): UserRecord[] {
    const { values } = this.users
    let user = this.records.values[record * FIELDS + FIRST]!
    return Array.from({ length: this.countOf(record) }, () => {
      const at = user * USER_FIELDS
      user = values[at + NEXT_USER]!
      return { reference: values[at + REFERENCE]!, attempts: values[at + ATTEMPTS]! }
    })
  }

  /** It and its user records are on their way no more. */
  release(record: number): void {
    let user = this.records.values[record * FIELDS + FIRST]!
    for (let left = this.countOf(record); left > 0; left--) {
      const next = this.users.values[user * USER_FIELDS + NEXT_USER]!
      this.users.release(user)
      user = next
    }
    this.records.release(record)
  }
}

const REFERENCE = 0
const ATTEMPTS = REFERENCE + 1
const NEXT_USER = ATTEMPTS + 1
const USER_FIELDS = NEXT_USER + 1

const FIRST = 0
const LAST = FIRST + 1
const COUNT = LAST + 1
const BYTES = COUNT + 1
const DEADLINE = BYTES + 1
const NEXT = DEADLINE + 1
const FIELDS = NEXT + 1
