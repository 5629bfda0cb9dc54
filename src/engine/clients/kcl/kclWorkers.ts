import type { State } from '../../kernel/state.ts'
import type { Micros } from '../../kernel/time.ts'

/** Never so far. */
const NEVER = -1

/** The workers of an application: what each is able to do, and what it remembers. */
export class KclWorkers {
  readonly count: number
  private readonly w: Float64Array

  constructor(state: State, count: number, startAt: Micros) {
    this.count = count
    this.w = state.column(count * FIELDS)
    for (let worker = 0; worker < count; worker++) this.begin(worker, startAt)
  }

  /** It begins without memory: it has looked at nothing yet. */
  begin(worker: number, now: Micros): void {
    const life = this.lifeOf(worker) + 1
    this.w.fill(0, worker * FIELDS, (worker + 1) * FIELDS)
    this.set(worker, LIFE, life)
    this.set(worker, IS_ALIVE, 1)
    this.set(worker, LOOKED_AT, NEVER)
    this.set(worker, RENEWED_AT, now)
    this.set(worker, REPORTED_AT, now)
    this.set(worker, ASKED_LOCK_AT, NEVER)
    this.set(worker, SAW_BEAT, NEVER)
  }

  die(worker: number): void {
    this.set(worker, IS_ALIVE, 0)
    this.set(worker, IS_PAUSED, 0)
    this.set(worker, IS_CUT_OFF, 0)
  }

  isAlive(worker: number): boolean {
    return this.get(worker, IS_ALIVE) === 1
  }

  /** Its process stands still (a long garbage collection, a frozen machine). */
  isPaused(worker: number): boolean {
    return this.get(worker, IS_PAUSED) === 1
  }

  setPaused(worker: number, paused: boolean): void {
    this.set(worker, IS_PAUSED, paused ? 1 : 0)
  }

  /** It does not reach the lease table, though it reaches the stream. */
  isCutOff(worker: number): boolean {
    return this.get(worker, IS_CUT_OFF) === 1
  }

  setCutOff(worker: number, cutOff: boolean): void {
    this.set(worker, IS_CUT_OFF, cutOff ? 1 : 0)
  }

  /** It can read and write the lease table now. */
  isPresent(worker: number): boolean {
    return this.isAlive(worker) && !this.isPaused(worker) && !this.isCutOff(worker)
  }

  /** Counts its starts. */
  lifeOf(worker: number): number {
    return this.get(worker, LIFE)
  }

  /** Its latest successful renewal. */
  renewedAt(worker: number): Micros {
    return this.get(worker, RENEWED_AT)
  }

  setRenewedAt(worker: number, now: Micros): void {
    this.set(worker, RENEWED_AT, now)
  }

  /** Its latest look at the whole lease table, -1 for none: what a taker or a leader knows of the past. */
  lookedAt(worker: number): Micros {
    return this.get(worker, LOOKED_AT)
  }

  setLookedAt(worker: number, now: Micros): void {
    this.set(worker, LOOKED_AT, now)
  }

  /** A leader that has just become one knows nothing of the past (KCL.04b). */
  forget(worker: number): void {
    this.set(worker, LOOKED_AT, NEVER)
    this.set(worker, PASSES, 0)
  }

  /** Passes as a leader so far, this one not counted. */
  countPass(worker: number): number {
    const passes = this.get(worker, PASSES)
    this.set(worker, PASSES, passes + 1)
    return passes
  }

  askedLockAt(worker: number): Micros {
    return this.get(worker, ASKED_LOCK_AT)
  }

  setAskedLockAt(worker: number, now: Micros): void {
    this.set(worker, ASKED_LOCK_AT, now)
  }

  /** The heartbeat of the lock that it knows, and when it saw that one first. */
  sawBeat(worker: number): Micros {
    return this.get(worker, SAW_BEAT)
  }

  sawBeatAt(worker: number): Micros {
    return this.get(worker, SAW_BEAT_AT)
  }

  setSawBeat(worker: number, beat: Micros, now: Micros): void {
    this.set(worker, SAW_BEAT, beat)
    this.set(worker, SAW_BEAT_AT, now)
  }

  /** Its CPU load as reported, averaged; 1 = 100 %. */
  loadOf(worker: number): number {
    return this.get(worker, LOAD)
  }

  reportedAt(worker: number): Micros {
    return this.get(worker, REPORTED_AT)
  }

  /** KCL.15: a new report; the first one counts whole. */
  report(worker: number, load: number, weight: number, now: Micros): void {
    const isFirst = this.get(worker, REPORTS) === 0
    this.set(worker, LOAD, isFirst ? load : weight * load + (1 - weight) * this.loadOf(worker))
    this.set(worker, REPORTS, this.get(worker, REPORTS) + 1)
    this.set(worker, REPORTED_AT, now)
  }

  private get(worker: number, field: number): number {
    return this.w[worker * FIELDS + field]!
  }

  private set(worker: number, field: number, value: number): void {
    this.w[worker * FIELDS + field] = value
  }
}

const IS_ALIVE = 0
const IS_PAUSED = IS_ALIVE + 1
const IS_CUT_OFF = IS_PAUSED + 1
const LIFE = IS_CUT_OFF + 1
const RENEWED_AT = LIFE + 1
const LOOKED_AT = RENEWED_AT + 1
const PASSES = LOOKED_AT + 1
const ASKED_LOCK_AT = PASSES + 1
const SAW_BEAT = ASKED_LOCK_AT + 1
const SAW_BEAT_AT = SAW_BEAT + 1
const LOAD = SAW_BEAT_AT + 1
const REPORTS = LOAD + 1
const REPORTED_AT = REPORTS + 1
const FIELDS = REPORTED_AT + 1
