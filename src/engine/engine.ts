import { intervene } from './interventions.ts'
import { ArrivalTimes } from './kernel/arrivalTimes.ts'
import { floor } from './kernel/detMath.ts'
import { digestOf, fingerprintText, mix } from './kernel/digest.ts'
import { EventList } from './kernel/eventList.ts'
import { buildKeyChoosers } from './kernel/keyChooser.ts'
import { RandomStreams } from './kernel/random.ts'
import { SnapshotReader, SnapshotWriter, State } from './kernel/state.ts'
import type { Micros } from './kernel/time.ts'
import { KeyTable } from './keyTable.ts'
import type { Watch } from './life/watch.ts'
import { countGauges, writeGauges } from './metrics/allGauges.ts'
import { lastCompletionAt } from './metrics/gauges.ts'
import { History } from './metrics/history.ts'
import { Trace } from './metrics/trace.ts'
import { buildModels } from './models.ts'
import type { NodeBuilders } from './nodes/nodeBuilders.ts'
import type { Models } from './nodes/nodeModel.ts'
import { type Numbering, numberResources, TimerKind } from './numbering.ts'
import type { Plan } from './plan.ts'
import { largestRecord, Records } from './records.ts'
import { PublishQuota } from './sns/publishQuota.ts'
import type { World } from './world.ts'

/** All that can change, at one moment: restoring it and running on gives the same bits as running on did. */
export type Snapshot = { at: Micros; values: Float64Array }

/** A run of a plan with a seed. */
export class Engine implements Models {
  readonly plan: Plan
  readonly world: World
  readonly numbering: Numbering
  readonly producers: Models['producers']
  readonly streams: Models['streams']
  readonly queues: Models['queues']
  readonly allQueues: Models['allQueues']
  readonly redrives: Models['redrives']
  readonly applications: Models['applications']
  readonly pools: Models['pools']
  readonly nodes: Models['nodes']
  readonly byHand: Models['byHand']
  readonly history: History
  /** What became of each intervention, as numbers of `InterventionAnswer`. */
  readonly answers: Float64Array
  readonly gaugeCount: number
  private readonly state = new State()
  private readonly clock: Float64Array
  private readonly writer = new SnapshotWriter()
  private readonly gaugeBuffer: Float64Array
  /** What each timer is for, as columns: the dispatch of every event reads them. */
  private readonly timerColumns: { kinds: Uint8Array; nodes: Int32Array; rows: Int32Array }

  constructor(plan: Plan, seed: number, builders: NodeBuilders | null) {
    this.plan = plan
    const { state } = this
    const numbering = numberResources(plan)
    this.numbering = numbering
    this.timerColumns = {
      kinds: Uint8Array.from(numbering.timers, ({ kind }) => kind),
      nodes: Int32Array.from(numbering.timers, ({ node }) => node),
      rows: Int32Array.from(numbering.timers, ({ row }) => row),
    }
    this.clock = state.column(CLOCK_FIELDS)
    this.answers = state.column(plan.interventions.length)
    const random = new RandomStreams(numbering.streams.length)
    numbering.streams.forEach(({ node, purpose }, i) => random.seed(i, seed, node, purpose))
    state.adopt(random.words)
    const events = state.part(new EventList(numbering.timers.length))
    const arrivals = new ArrivalTimes(state, plan.producers.length)
    const choosers = buildKeyChoosers(plan.producers.map((producer) => producer.keys))
    const keys = new KeyTable(
      choosers,
      plan.producers.map(({ turnable }) => turnable),
    )
    const records = new Records(
      state,
      plan.producers.length,
      plan.durationMicros,
      keys.names.length,
      largestRecord(plan),
    )
    const publishQuota = plan.publishQuota === undefined ? null : new PublishQuota(state, plan.publishQuota)
    this.world = { state, events, arrivals, random, records, keys, trace: new Trace(state), watch: null, publishQuota }
    const models = buildModels(plan, this.world, numbering, choosers, builders)
    this.producers = models.producers
    this.streams = models.streams
    this.queues = models.queues
    this.allQueues = models.allQueues
    this.redrives = models.redrives
    this.applications = models.applications
    this.pools = models.pools
    this.nodes = models.nodes
    this.byHand = models.byHand
    this.gaugeCount = countGauges(this) + this.answers.length
    this.history = new History(state, plan.binMicros, this.gaugeCount)
    this.gaugeBuffer = new Float64Array(this.gaugeCount)
    events.schedule(numbering.binTimer, plan.binMicros)
    events.schedule(numbering.interventionTimer, plan.interventions[0]?.at ?? Infinity)
  }

  /** Simulated moment that has been reached, in microseconds. */
  get now(): Micros {
    return this.clock[NOW]!
  }

  /** Events handled so far. */
  get eventCount(): number {
    return this.clock[EVENTS]!
  }

  /**
   * Plays on to `until` (inclusive), at most `maxEvents` events. 'budget': stopped in between, call again; it makes no
   * difference to the run how often. Moments are whole microseconds and do not go beyond the plan's duration.
   */
  run(until: Micros, maxEvents: number): 'reached' | 'budget' {
    const { events, arrivals } = this.world
    const { clock } = this
    const end = until < this.plan.durationMicros ? floor(until) : this.plan.durationMicros
    const eventsAtMost = clock[EVENTS]! + maxEvents
    while (arrivals.firstAt <= end || events.firstAt() <= end) {
      if (clock[EVENTS]! >= eventsAtMost) return 'budget'
      if (arrivals.firstAt <= events.firstAt()) this.arrive()
      else this.runTimer()
    }
    if (end > clock[NOW]!) clock[NOW] = end
    return 'reached'
  }

  private arrive(): void {
    const { clock } = this
    const { arrivals } = this.world
    const at = arrivals.firstAt
    clock[NOW] = at
    clock[EVENTS]! += 1
    clock[LAST_EVENT_AT] = at
    this.producers[arrivals.first]!.onArrival(at)
  }

  private runTimer(): void {
    const { events } = this.world
    const { clock } = this
    const { kinds, nodes, rows } = this.timerColumns
    const at = events.firstAt()
    const timer = events.begin()
    const kind = kinds[timer]!
    clock[NOW] = at
    clock[EVENTS]! += 1
    if (kind !== TimerKind.bin) clock[LAST_EVENT_AT] = at
    this.dispatch(kind, nodes[timer]!, rows[timer]!, at)
    events.end()
  }

  /** Everything lazily advanced is brought up to now; changes no result, only where it is already visible. */
  settle(): void {
    const { now } = this
    for (const application of this.applications) application.catchUp(now)
    for (const stream of this.streams) stream.settle(now)
    for (const node of this.nodes) node.settle(now)
  }

  /** Moment of the next event after now (a record's completion counts), Infinity at the end. */
  nextEventAt(): Micros {
    this.settle()
    let next = this.nextTimerAt()
    for (const application of this.applications) {
      for (const reader of application.readers) {
        const { busyUntil } = reader
        if (busyUntil > this.now && busyUntil < next) next = busyUntil
      }
    }
    return next
  }

  /** Moment of the latest event up to now. */
  lastEventAt(): Micros {
    this.settle()
    let last = this.clock[LAST_EVENT_AT]!
    for (const application of this.applications) {
      const at = lastCompletionAt(application)
      if (at > last) last = at
    }
    return last
  }

  /** Somebody looks on from now on; null: nobody. */
  watch(watch: Watch | null): void {
    this.world.watch = watch
  }

  snapshot(): Snapshot {
    this.settle()
    this.writer.reset()
    this.state.save(this.writer)
    return { at: this.now, values: this.writer.view().slice() }
  }

  restore(snapshot: Snapshot): void {
    this.state.load(new SnapshotReader(snapshot.values))
  }

  /** The run's fingerprint so far, two unsigned 32-bit words: a hash over all bits of the state, logs and moments included. */
  digestWords(): [high: number, low: number] {
    this.settle()
    this.writer.reset()
    this.state.save(this.writer)
    return digestOf(this.writer.view())
  }

  /** The same as 16 hexadecimal digits. */
  digest(): string {
    const [high, low] = this.digestWords()
    return fingerprintText(high, low)
  }

  /** Writes every gauge as of now, nodes in the order producers, streams, queues, applications, pools, registered kinds; then `answers`. */
  readGauges(out: Float64Array): void {
    this.settle()
    writeGauges(this, this.world, this.now, out)
    out.set(this.answers, this.gaugeCount - this.answers.length)
  }

  /** Bytes that the append-only logs hold. */
  get memoryBytes(): number {
    const own = this.world.records.memoryBytes + this.world.trace.bytes + this.history.bytes
    return [...this.streams, ...this.queues, ...this.nodes].reduce((sum, { memoryBytes }) => sum + memoryBytes, own)
  }

  private nextTimerAt(): Micros {
    const { events, arrivals } = this.world
    const { binTimer, timers } = this.numbering
    let next = arrivals.firstAt
    for (let timer = 0; timer < timers.length; timer++)
      if (timer !== binTimer && events.atOf(timer) < next) next = events.atOf(timer)
    return next
  }

  private dispatch(kind: number, node: number, row: number, now: Micros): void {
    switch (kind) {
      case TimerKind.linkFlush:
        this.producers[node]!.links[row]!.onFlush(now)
        return
      case TimerKind.linkCalls:
        this.producers[node]!.links[row]!.onCallsEnded(now)
        return
      case TimerKind.linkRetries:
        this.producers[node]!.links[row]!.onRetries(now)
        return
      case TimerKind.shard:
        this.applications[node]!.onTimer(row, now)
        return
      case TimerKind.lease:
        this.applications[node]!.leases.onTimer(row, now)
        return
      case TimerKind.worker:
        this.pools[node]!.onTimer(row, now)
        return
      case TimerKind.stream:
        this.streams[node]!.onTimer(now)
        return
      case TimerKind.visibility:
        this.queues[node]!.onVisibility(now)
        return
      case TimerKind.retention:
        this.queues[node]!.onRetention(now)
        return
      case TimerKind.redrive:
        this.redrives[node]?.onTimer(now)
        return
      case TimerKind.intervention:
        this.onIntervention(now)
        return
      case TimerKind.bin:
        this.readGauges(this.gaugeBuffer)
        this.history.add(this.gaugeBuffer)
        this.world.events.schedule(this.numbering.binTimer, now + this.plan.binMicros)
        return
      case TimerKind.node:
        this.nodes[node]!.onTimer(row, now)
        return
    }
  }

  private onIntervention(now: Micros): void {
    const { interventions } = this.plan
    let next = this.clock[NEXT_INTERVENTION]!
    for (; next < interventions.length && interventions[next]!.at <= now; next++)
      this.answers[next] = intervene(this, interventions[next]!, now)
    this.clock[NEXT_INTERVENTION] = next
    this.clock[INTERVENTION_HASH] = mix(this.clock[INTERVENTION_HASH]!, now | 0)
    this.world.events.schedule(this.numbering.interventionTimer, interventions[next]?.at ?? Infinity)
  }
}

const NOW = 0
const EVENTS = NOW + 1
const LAST_EVENT_AT = EVENTS + 1
const NEXT_INTERVENTION = LAST_EVENT_AT + 1
/** Of the moments of all interventions: a death at rest leaves no other trace of when it was. */
const INTERVENTION_HASH = NEXT_INTERVENTION + 1
const CLOCK_FIELDS = INTERVENTION_HASH + 1
