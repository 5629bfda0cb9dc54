import { floor } from '../kernel/detMath.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import type { MovedMessage, QueueModel } from './queueModel.ts'

const RUNNING = 1
const COMPLETED = RUNNING + 1
const CANCELLED = COMPLETED + 1
const FAILED = CANCELLED + 1
export const MoveStatus = { running: RUNNING, completed: COMPLETED, cancelled: CANCELLED, failed: FAILED } as const

export type MoveOptions = {
  perSecond: number
  /** Where to; null = to the queue that each message came from. */
  destination: QueueModel | null
  /** Longest time of a task (SQS.16). */
  longestMicros: Micros
}

/** What a task needs to know of the other queues. */
export type MoveSurroundings = {
  /** Timer that runs `onTimer`. */
  timer: number
  queueOf(number: number): QueueModel | null
  /** A moved message is a new one: the reference of its record. */
  renew(reference: number): number
}

/**
 * StartMessageMoveTask (SQS.16): the messages that are visible in a dead-letter queue when the task starts go to another queue, so
 * many a second, as new messages: new id, new time of sending, no receives.
 */
export class MoveTask {
  readonly source: QueueModel
  readonly options: MoveOptions
  readonly startedAt: Micros
  private readonly world: World
  private readonly surroundings: MoveSurroundings
  private readonly c: Float64Array

  constructor(world: World, source: QueueModel, options: MoveOptions, surroundings: MoveSurroundings, now: Micros) {
    this.world = world
    this.source = source
    this.options = options
    this.surroundings = surroundings
    this.startedAt = now
    this.c = world.state.column(COUNTERS)
    this.c[STATUS] = RUNNING
    this.c[TO_MOVE] = source.visible
    world.events.schedule(surroundings.timer, now)
  }

  get status(): number {
    return this.c[STATUS]!
  }
  get moved(): number {
    return this.c[MOVED]!
  }
  get toMove(): number {
    return this.c[TO_MOVE]!
  }

  onTimer(now: Micros): void {
    const { perSecond, longestMicros } = this.options
    const { c } = this
    const passed = now - this.startedAt
    const due = floor((passed * perSecond) / MICROS_PER_SECOND) + 1
    while (c[STATUS] === RUNNING && c[MOVED]! < due) this.moveNext(now)
    if (c[STATUS] !== RUNNING) return
    if (passed >= longestMicros) c[STATUS] = FAILED
    else this.world.events.schedule(this.surroundings.timer, this.momentOf(c[MOVED]!))
  }

  cancel(): void {
    this.c[STATUS] = CANCELLED
    this.world.events.cancel(this.surroundings.timer)
  }

  private moveNext(now: Micros): void {
    const { c, source, surroundings } = this
    const letter = c[MOVED]! < c[TO_MOVE]! ? source.giveUpNext(now) : null
    if (letter === null) {
      c[STATUS] = COMPLETED
      return
    }
    const target = this.options.destination ?? surroundings.queueOf(letter.deadLetterSource)
    if (target === null) {
      // Nobody gave it up, so nobody can have it back.
      source.takeMoved(letter, now)
      c[STATUS] = FAILED
      return
    }
    target.takeMoved(asNew(letter, surroundings.renew(letter.reference), now), now)
    c[MOVED]! += 1
    if (c[MOVED] === c[TO_MOVE]) c[STATUS] = COMPLETED
  }

  /** When the message after `moved` others goes, rounded up to a microsecond. */
  private momentOf(moved: number): Micros {
    return this.startedAt - floor((-moved * MICROS_PER_SECOND) / this.options.perSecond)
  }
}

function asNew(letter: MovedMessage, reference: number, now: Micros): MovedMessage {
  return { ...letter, reference, sentAt: now, receives: 0, firstReceivedAt: 0, processed: 0, deadLetterSource: -1 }
}

const STATUS = 0
const MOVED = STATUS + 1
const TO_MOVE = MOVED + 1
const COUNTERS = TO_MOVE + 1
