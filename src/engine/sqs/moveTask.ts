import { floor } from '../kernel/detMath.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import type { MovedMessage, QueueModel } from './queueModel.ts'

const RUNNING = 1
const COMPLETED = RUNNING + 1
const CANCELLED = COMPLETED + 1
const FAILED = CANCELLED + 1
/** 0 while there has been none. */
export const MoveStatus = { running: RUNNING, completed: COMPLETED, cancelled: CANCELLED, failed: FAILED } as const

export type MoveOptions = {
  perSecond: number
  /** Number of the queue to move to; -1 = to the queue that each message came from. */
  destination: number
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
  private readonly world: World
  private readonly surroundings: MoveSurroundings
  private readonly c: Float64Array

  constructor(world: World, source: QueueModel, surroundings: MoveSurroundings) {
    this.world = world
    this.source = source
    this.surroundings = surroundings
    this.c = world.state.column(COUNTERS)
  }

  get status(): number {
    return this.c[STATUS]!
  }
  get startedAt(): Micros {
    return this.c[STARTED_AT]!
  }
  get moved(): number {
    return this.c[MOVED]!
  }
  get toMove(): number {
    return this.c[TO_MOVE]!
  }

  /** A queue has one task at a time: while one runs, nothing comes of it. */
  start({ perSecond, destination, longestMicros }: MoveOptions, now: Micros): void {
    const { c } = this
    if (c[STATUS] === RUNNING) return
    c[STATUS] = RUNNING
    c[STARTED_AT] = now
    c[MOVED] = 0
    c[TO_MOVE] = this.source.visible
    c[PER_SECOND] = perSecond
    c[DESTINATION] = destination
    c[ENDS_AT] = now + longestMicros
    this.world.events.schedule(this.surroundings.timer, now)
  }

  onTimer(now: Micros): void {
    const { c } = this
    const due = floor(((now - c[STARTED_AT]!) * c[PER_SECOND]!) / MICROS_PER_SECOND) + 1
    while (c[STATUS] === RUNNING && c[MOVED]! < due) this.moveNext(now)
    if (c[STATUS] !== RUNNING) return
    if (now >= c[ENDS_AT]!) c[STATUS] = FAILED
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
    const target = surroundings.queueOf(c[DESTINATION]! < 0 ? letter.deadLetterSource : c[DESTINATION]!)
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
    const { c } = this
    return c[STARTED_AT]! - floor((-moved * MICROS_PER_SECOND) / c[PER_SECOND]!)
  }
}

/** That a client has worked it before stays true. */
function asNew(letter: MovedMessage, reference: number, now: Micros): MovedMessage {
  return { ...letter, reference, sentAt: now, receives: 0, firstReceivedAt: 0, deadLetterSource: -1 }
}

const STATUS = 0
const STARTED_AT = STATUS + 1
const MOVED = STARTED_AT + 1
const TO_MOVE = MOVED + 1
const PER_SECOND = TO_MOVE + 1
const DESTINATION = PER_SECOND + 1
const ENDS_AT = DESTINATION + 1
const COUNTERS = ENDS_AT + 1
