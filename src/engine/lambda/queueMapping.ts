import type { Downstream } from '../downstream/downstream.ts'
import { max, min } from '../kernel/detMath.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { type CallingHost, CallingWork } from './callingWork.ts'
import { DROPPED } from './counters.ts'
import { type LambdaFunction, REFUSED } from './lambdaFunction.ts'
import type { LambdaPlan } from './lambdaPlan.ts'
import type { Mapping } from './mapping.ts'
import { COUNT, FAILURE, FIRST, PlaceState, Places, WINDOW_FROM, WORK_ROW } from './places.ts'
import { PollBudget } from './pollBudget.ts'
import { QueueBatches } from './queueBatches.ts'
import { pollersFor } from './queueRules.ts'
import { QueueScale } from './queueScale.ts'
import { NO_FAILURE, workOn } from './work.ts'

/** An event source mapping that reads a queue (LSQ): places that poll, each with one batch at a time, as many as the ramp allows. */
export class QueueMapping implements Mapping, CallingHost {
  private readonly world: World
  private readonly plan: LambdaPlan
  private readonly fn: LambdaFunction
  private readonly queue: QueueModel
  private readonly streams: { service: number; failure: number }
  private readonly places: Places
  private readonly batches: QueueBatches
  private readonly scaling: QueueScale
  private readonly budget: PollBudget | null
  private readonly calling: CallingWork | null
  readonly answered: () => void
  /** Timer 0 is the ramp, row + 1 the place in that row. */
  private readonly due = new EventList()

  constructor(
    world: World,
    plan: LambdaPlan,
    fn: LambdaFunction,
    queue: QueueModel,
    streams: { service: number; failure: number },
    track: number,
    downstream: Downstream | null,
    onChange: () => void,
  ) {
    const { state } = world
    this.world = world
    this.plan = plan
    this.fn = fn
    this.queue = queue
    this.streams = streams
    this.places = new Places(state)
    this.batches = new QueueBatches(world, plan, fn, queue, this.places, track)
    this.scaling = new QueueScale(state, plan, fn.settings)
    this.budget = plan.provisioned === null ? null : new PollBudget(state, plan.provisioned)
    state.part(this.due)
    this.answered = onChange
    this.calling = downstream === null ? null : new CallingWork(world, fn.settings, streams, downstream, this)
    this.due.schedule(SCALE_TIMER, plan.startAtMicros)
  }

  get dueAt(): Micros {
    return this.due.firstAt()
  }

  onDue(now: Micros): void {
    while (this.due.firstAt() <= now) {
      const timer = this.due.shift()
      if (timer === SCALE_TIMER) this.onScale(now)
      else this.onPlace(timer - 1, now)
    }
  }

  onSet(now: Micros): void {
    if (this.places.length > 0) this.planScale(now)
  }

  next(_row: number, handle: number): number {
    return this.batches.next(handle)
  }

  referenceAt(_row: number, handle: number): number {
    return this.batches.referenceAt(handle)
  }

  schedule(row: number, at: Micros): void {
    this.due.schedule(row + 1, at)
  }

  succeeded(_row: number, handle: number): void {
    this.batches.succeeded(handle)
  }

  over(row: number, failure: number, _handle: number, now: Micros): void {
    this.places.set(row, FAILURE, failure)
    this.finish(row, now)
    this.planScale(now)
  }

  /** LSQ.10: with a FIFO queue the function stops at the first failure. */
  get goesOn(): boolean {
    return this.fn.settings.reportsFailures === 1 && !this.queue.isFifo
  }

  get backlog(): number {
    return this.places.held
  }

  get running(): readonly number[] {
    return this.places.rowsIn(PlaceState.running).map((row) => this.batches.referenceAt(this.places.of(row, FIRST) - 1))
  }

  get scale(): number {
    return this.places.length
  }

  /** A message came while the long poll of a place waited. Returns whether it took any. */
  serve(row: number, now: Micros): boolean {
    if (!this.receive(row, now)) return false
    this.due.cancel(row + 1)
    this.gather(row, now)
    this.planScale(now)
    return true
  }

  private onScale(now: Micros): void {
    const { places, scaling } = this
    if (places.length === 0) {
      for (let i = scaling.first; i > 0; i--) this.addPlace(now)
    } else {
      const step = scaling.step(places.length, places.idle, this.queue.visible > 0, now)
      if (step > 0) this.addPlace(now)
      if (step < 0) this.removeIdle()
    }
    this.planScale(now)
  }

  /** The ramp goes on while it can change anything; a step that is due is not put off. */
  private planScale(now: Micros): void {
    const at = this.scaling.nextStepAt(this.places.length, this.places.idle, now)
    if (at === Infinity || at < this.due.atOf(SCALE_TIMER)) this.due.schedule(SCALE_TIMER, at)
  }

  private addPlace(now: Micros): void {
    const row = this.places.add()
    this.places.set(row, WINDOW_FROM, now)
    this.gather(row, now)
  }

  private removeIdle(): void {
    const row = this.places.lastIdle()
    this.queue.longPolls.stop(this.plan.firstWorker + row)
    this.remove(row)
  }

  private remove(row: number): void {
    this.due.cancel(row + 1)
    this.places.remove(row)
  }

  private onPlace(row: number, now: Micros): void {
    switch (this.places.stateOf(row)) {
      case PlaceState.running:
        if (this.calling === null) this.finish(row, now)
        else this.calling.onTimer(this.places.of(row, WORK_ROW), now)
        break
      case PlaceState.throttled:
        this.invoke(row, now)
        break
      case PlaceState.idle:
      case PlaceState.gathering:
        // SQS.12: the long poll ran out.
        this.queue.longPolls.stop(this.plan.firstWorker + row)
        this.queue.countEmpty()
        this.gather(row, now)
        break
      case PlaceState.asking:
        this.gather(row, now)
        break
      case PlaceState.deleting:
        this.acknowledge(row, now)
        break
    }
    this.planScale(now)
  }

  /** Receives until the batch is complete or nothing more is there; then the function gets it, or a long poll waits. */
  private gather(row: number, now: Micros): void {
    const { places, plan, due } = this
    while (!this.batches.isComplete(row, now)) {
      const pause = this.pauseBeforePoll(now)
      if (pause > 0) {
        places.setState(row, PlaceState.asking)
        due.schedule(row + 1, now + pause)
        return
      }
      if (!this.receive(row, now)) {
        places.setState(row, places.of(row, COUNT) > 0 ? PlaceState.gathering : PlaceState.idle)
        this.queue.longPolls.wait(plan.firstWorker + row)
        due.schedule(row + 1, now + plan.limits.longPollMicros)
        return
      }
    }
    this.invoke(row, now)
  }

  private pauseBeforePoll(now: Micros): Micros {
    const { budget, plan, queue, fn } = this
    const pause =
      budget === null || plan.provisioned === null
        ? 0
        : budget.waitMicros(pollersFor(this.places.length, plan.provisioned), now)
    if (pause > 0 || !queue.isFifo || queue.admits('receive', NO_GROUPS, now)) return pause
    // FIFO.02: a refused call is made again after the pause of a refused invocation (ours).
    return fn.retryAt(now) - now
  }

  private receive(row: number, now: Micros): boolean {
    const bytes = this.batches.receive(row, now)
    this.budget?.take(max(0, bytes))
    return bytes >= 0
  }

  private invoke(row: number, now: Micros): void {
    const { fn, batches, scaling, places, calling } = this
    const { batch } = fn
    scaling.busy(now)
    const coldStartMicros = fn.begin(now)
    if (coldStartMicros === REFUSED) {
      this.throttled(row, now)
      return
    }
    batches.fill(batch, row)
    places.setState(row, PlaceState.running)
    if (calling !== null) {
      batch.failed.fill(1, 0, batch.count)
      batches.note(row, batch, NO_FAILURE)
      places.set(row, WORK_ROW, calling.begin(row, batch.places[0]!, now + coldStartMicros))
      return
    }
    const work = workOn(batch, this.goesOn, fn.settings, this.world, this.streams)
    batches.note(row, batch, work.failure)
    this.due.schedule(row + 1, fn.endOf(work, coldStartMicros, now))
  }

  /** The batch is tried again until its messages become visible to others; then the mapping drops it. */
  private throttled(row: number, now: Micros): void {
    const { batches, fn, scaling, places } = this
    scaling.backOff(now)
    const until = batches.visibleAgainAt(row)
    if (now >= until) {
      fn.c[DROPPED]! += 1
      this.pollAgain(row, now)
      return
    }
    places.setState(row, PlaceState.throttled)
    this.due.schedule(row + 1, min(until, fn.retryAt(now)))
  }

  private finish(row: number, now: Micros): void {
    this.batches.end(row, now)
    this.acknowledge(row, now)
  }

  private acknowledge(row: number, now: Micros): void {
    const { batches, scaling, places } = this
    if (!batches.mayDelete(row, now)) {
      places.setState(row, PlaceState.deleting)
      this.due.schedule(row + 1, this.fn.retryAt(now))
      return
    }
    const acknowledged = batches.settle(row, now)
    if (!acknowledged) scaling.backOff(now)
    this.pollAgain(row, now)
    if (scaling.losesPlace(places.length, !acknowledged, now)) this.remove(row)
  }

  /** The place polls again, after whatever else happens at this moment. */
  private pollAgain(row: number, now: Micros): void {
    this.batches.release(row, now)
    this.places.setState(row, PlaceState.asking)
    this.due.schedule(row + 1, now)
  }
}

const SCALE_TIMER = 0
const NO_GROUPS: readonly number[] = []
