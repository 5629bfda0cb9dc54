import { max } from '../kernel/detMath.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { type Models, NodeModel, type NodeResources } from '../nodes/nodeModel.ts'
import type { World } from '../world.ts'
import { AGGREGATOR_FIELDS, COUNTED, DEATHS, DUPLICATES, IS_DOWN, LOST } from './aggregatorColumn.ts'
import type { AggregatorPlan } from './aggregatorPlan.ts'
import { type Counting, Counts } from './counting.ts'
import { KeyTotals } from './keyTotals.ts'
import { QueueCounting } from './queueCounting.ts'
import { StreamCounting } from './streamCounting.ts'

/**
 * One program that counts the records of each partition key, from a stream or a queue. What its answer is worth depends on where the
 * counts are when it dies, and on what it is given again: the answer stands beside the truth.
 */
export class AggregatorNode extends NodeModel<AggregatorPlan> {
  readonly totals: KeyTotals
  private readonly c: Float64Array
  private readonly due: EventList
  /** null while it reads nothing. */
  private counting: Counting | null = null

  constructor(world: World, plan: AggregatorPlan, resources: NodeResources) {
    super(world, plan, resources)
    this.totals = new KeyTotals(world.state, world.keys.names.length)
    this.c = world.state.column(AGGREGATOR_FIELDS)
    this.due = world.state.part(new EventList())
  }

  override connect(models: Models): void {
    const { world, plan, settings, totals, due, c } = this
    const { firstTrack } = this.resources
    const context = { world, plan, settings, totals, due, firstTimer: FIRST_OF_COUNTING, firstTrack, c }
    if (plan.stream >= 0) this.counting = new StreamCounting(context, models.streams[plan.stream]!)
    else if (plan.queue >= 0) this.counting = new QueueCounting(context, models.allQueues[plan.queue]!)
    if (this.counting !== null) due.schedule(START_TIMER, 0)
    this.planNext()
  }

  onTimer(_row: number, now: Micros): void {
    while (this.due.firstAt() <= now) {
      const timer = this.due.shift()
      if (timer === START_TIMER) this.start(now)
      else if (timer === CHECKPOINT_TIMER) this.keep(now)
      else {
        this.counting?.onTimer(timer - FIRST_OF_COUNTING, now)
        if (this.settings.checkpointMicros === 0) this.keep(now)
      }
    }
    this.planNext()
  }

  override serve(_worker: number, now: Micros): boolean {
    const took = this.counting?.serve(now) ?? false
    this.planNext()
    return took
  }

  override pollsQueue(queue: number, worker: number): boolean {
    return queue === this.plan.queue && worker === this.plan.firstWorker
  }

  override set(field: string, value: number, now: Micros): void {
    super.set(field, value, now)
    if (field === 'checkpointMicros' && this.c[IS_DOWN] === 0) this.planCheckpoint(now)
    this.planNext()
  }

  override act(action: string, _argument: number, now: Micros): void {
    if (action === 'crash' && this.c[IS_DOWN] === 0) this.die(now)
    if (action === 'start' && this.c[IS_DOWN] === 1) this.due.schedule(START_TIMER, now)
    this.planNext()
  }

  get isDown(): boolean {
    return this.c[IS_DOWN] === 1
  }

  /** The next record of a shard that it will count; 0 when it reads no stream. */
  placeIn(shard: number): number {
    return this.counting?.placeIn(shard) ?? 0
  }

  writeGauges(_now: Micros, out: Float64Array, start: number): number {
    const { c, totals, counting } = this
    let at = start
    out[at++] = c[COUNTED]!
    out[at++] = totals.answer
    out[at++] = totals.truth
    out[at++] = totals.wrongKeys
    out[at++] = totals.difference
    out[at++] = c[DUPLICATES]!
    out[at++] = c[LOST]! + (counting?.missed ?? 0)
    out[at++] = c[DEATHS]!
    out[at++] = c[IS_DOWN]!
    out[at++] = counting?.backlog ?? 0
    return at
  }

  private start(now: Micros): void {
    this.c[IS_DOWN] = 0
    this.planCheckpoint(now)
    this.counting?.start(now)
  }

  private keep(now: Micros): void {
    this.counting?.checkpoint()
    if (this.settings.counts === Counts.saved) this.totals.save()
    this.planCheckpoint(now)
  }

  private planCheckpoint(now: Micros): void {
    const { checkpointMicros } = this.settings
    this.due.schedule(CHECKPOINT_TIMER, checkpointMicros > 0 ? now + checkpointMicros : Infinity)
  }

  /** Counts in memory are gone, saved ones are as they were saved, and those outside stay. */
  private die(now: Micros): void {
    const { c, counting, totals, due, settings } = this
    if (counting === null) return
    counting.die(now)
    c[DEATHS]! += 1
    c[IS_DOWN] = 1
    const answer = totals.answer
    if (settings.counts === Counts.inMemory) totals.forget()
    if (settings.counts === Counts.saved) totals.restore()
    if (settings.counts !== Counts.outside) c[LOST]! += max(0, answer - totals.answer - counting.toRepeat)
    due.cancel(CHECKPOINT_TIMER)
    due.schedule(START_TIMER, now + settings.restartMicros)
  }

  private planNext(): void {
    this.schedule(0, this.due.firstAt())
  }
}

const START_TIMER = 0
const CHECKPOINT_TIMER = 1
const FIRST_OF_COUNTING = 2
