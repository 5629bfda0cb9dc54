import { min, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { EventList } from '../kernel/eventList.ts'
import { Ring } from '../kernel/ring.ts'
import { Slots } from '../kernel/slots.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import { NodeModel, type NodeResources } from '../nodes/nodeModel.ts'
import type { World } from '../world.ts'
import type { Caller, Downstream } from './downstream.ts'
import type { DownstreamPlan } from './downstreamPlan.ts'

/**
 * A system that readers call and wait for: so many calls at once, the others wait in their order, and beyond a limit it refuses. While it
 * is down it refuses everything, and what it had at work fails.
 */
export class DownstreamNode extends NodeModel<DownstreamPlan> implements Downstream {
  private readonly c: Float64Array
  private readonly calls: Slots
  /** Calls at work, by when they end. */
  private readonly atWork: EventList
  private readonly waiting: Ring
  private readonly callers: Caller[] = []
  /** For callers without timers of their own, by their numbers. */
  private readonly wakes: EventList

  constructor(world: World, plan: DownstreamPlan, resources: NodeResources) {
    super(world, plan, resources)
    this.c = world.state.column(COUNTERS)
    this.calls = world.state.part(new Slots(CALL_FIELDS))
    this.atWork = world.state.part(new EventList())
    this.waiting = world.state.part(new Ring())
    this.wakes = world.state.part(new EventList())
  }

  get id(): string {
    return this.plan.id
  }

  get isPerBatch(): boolean {
    return this.plan.isPerBatch
  }

  addCaller(caller: Caller): number {
    return this.callers.push(caller) - 1
  }

  wakeAt(caller: number, at: Micros): void {
    this.wakes.schedule(caller, at)
    this.planNext()
  }

  call(caller: number, ticket: number, stamp: number, now: Micros): boolean {
    const { c, settings } = this
    c[CALLS]! += 1
    const mustWait = this.atWork.length >= settings.capacity
    if (c[IS_DOWN] === 1 || (mustWait && this.waiting.length >= settings.waitingLimit)) {
      c[REFUSED]! += 1
      return false
    }
    const slot = this.calls.take()
    for (const [field, value] of [
      [CALLER, caller],
      [TICKET, ticket],
      [STAMP, stamp],
      [CAME_AT, now],
    ] as const)
      this.put(slot, field, value)
    if (mustWait) this.waiting.push(slot)
    else this.work(slot, now)
    this.planNext()
    return true
  }

  onTimer(_row: number, now: Micros): void {
    const { random } = this.world
    const { failureShare } = this.settings
    const failure = this.resources.streams[1]!
    while (this.wakes.firstAt() <= now) this.callers[this.wakes.shift()]!.onWake?.(now)
    while (this.atWork.firstAt() <= now) {
      const slot = this.atWork.shift()
      this.c[BUSY]! += now - this.of(slot, BEGAN_AT)
      const isDone = failureShare === 0 || random.unit(failure) >= failureShare
      this.workWaiting(now)
      this.answer(slot, isDone, now)
    }
    this.planNext()
  }

  override set(field: string, value: number, now: Micros): void {
    super.set(field, value, now)
    this.workWaiting(now)
    this.planNext()
  }

  /** An outage: everything at work or waiting fails, and nothing is taken until it is started again. */
  override act(action: string, _argument: number, now: Micros): void {
    const { c } = this
    if (action === 'start') c[IS_DOWN] = 0
    if (action !== 'crash' || c[IS_DOWN] === 1) return
    c[IS_DOWN] = 1
    const lost: number[] = []
    while (this.atWork.length > 0) {
      const slot = this.atWork.shift()
      this.c[BUSY]! += now - this.of(slot, BEGAN_AT)
      lost.push(slot)
    }
    while (this.waiting.length > 0) lost.push(this.waiting.shift())
    for (const slot of lost) this.answer(slot, false, now)
    this.planNext()
  }

  writeGauges(_now: Micros, out: Float64Array, start: number): number {
    let at = start
    for (const field of [CALLS, ANSWERED, FAILED, REFUSED]) out[at++] = this.c[field]!
    out[at++] = this.atWork.length
    out[at++] = this.waiting.length
    for (const field of [WAITED, BUSY, IS_DOWN]) out[at++] = this.c[field]!
    return at
  }

  private workWaiting(now: Micros): void {
    while (this.waiting.length > 0 && this.atWork.length < this.settings.capacity) this.work(this.waiting.shift(), now)
  }

  private work(slot: number, now: Micros): void {
    const { serviceMicros, serviceSpread } = this.settings
    const draw = sampleUnitMean(this.world.random, this.resources.streams[0]!, serviceSpread, ERLANG_SHAPE)
    this.c[WAITED]! += now - this.of(slot, CAME_AT)
    this.put(slot, BEGAN_AT, now)
    this.atWork.schedule(slot, now + round(serviceMicros * draw))
  }

  private answer(slot: number, isDone: boolean, now: Micros): void {
    const { c } = this
    const caller = this.callers[this.of(slot, CALLER)]!
    const ticket = this.of(slot, TICKET)
    const stamp = this.of(slot, STAMP)
    this.calls.release(slot)
    c[isDone ? ANSWERED : FAILED]! += 1
    c[HASH] = mix(mix(c[HASH]!, now | 0), ticket)
    caller.onAnswer(ticket, stamp, isDone, now)
  }

  private planNext(): void {
    this.schedule(0, min(this.atWork.firstAt(), this.wakes.firstAt()))
  }

  private of(slot: number, field: number): number {
    return this.calls.values[slot * CALL_FIELDS + field]!
  }

  private put(slot: number, field: number, value: number): void {
    this.calls.values[slot * CALL_FIELDS + field] = value
  }
}

const CALLER = 0
const TICKET = CALLER + 1
const STAMP = TICKET + 1
const CAME_AT = STAMP + 1
const BEGAN_AT = CAME_AT + 1
const CALL_FIELDS = BEGAN_AT + 1

const CALLS = 0
const ANSWERED = CALLS + 1
const FAILED = ANSWERED + 1
const REFUSED = FAILED + 1
/** Microseconds that calls waited before their work, and that were worked. */
const WAITED = REFUSED + 1
const BUSY = WAITED + 1
const IS_DOWN = BUSY + 1
const HASH = IS_DOWN + 1
const COUNTERS = HASH + 1
