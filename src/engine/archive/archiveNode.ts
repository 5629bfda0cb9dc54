import { type Answer, STORED, type Store, THROTTLED } from '../clients/store.ts'
import { max, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { GapLog } from '../kernel/gapLog.ts'
import { Uint32Log } from '../kernel/log.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import type { Seen } from '../metrics/seen.ts'
import { PAINTS, Sampler } from '../metrics/trace.ts'
import { type Models, NodeModel, type NodeResources } from '../nodes/nodeModel.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import type { ArchivePlan } from './archivePlan.ts'

/**
 * Keeps every record that it is given, in their order, and never refuses one: a bucket of files, a table. On demand it sends what it
 * has kept to its queues again, as new messages (SQS.16 has the same: new id, new enqueue time).
 */
export class ArchiveNode extends NodeModel<ArchivePlan> implements Store, Seen {
  private readonly log = new Uint32Log()
  private readonly storedAt = new GapLog()
  private readonly c: Float64Array
  private readonly dots: readonly Sampler[]
  /** What is kept by the paint of its key, between these two places of the log: counted when somebody looks. */
  private readonly paints = new Float64Array(PAINTS)
  private countedFrom = 0
  private countedTo = 0
  private queues: readonly QueueModel[] = []

  constructor(world: World, plan: ArchivePlan, resources: NodeResources) {
    super(world, plan, resources)
    const { state, trace } = world
    state.part(this.log)
    state.part(this.storedAt)
    this.c = state.column(COUNTERS)
    state.part({ saveTo: () => {}, loadFrom: () => this.forgetPaints() })
    this.dots = plan.queues.map(
      (_, row) => new Sampler(state, trace, resources.firstTrack + row, 1, plan.recordsPerDot),
    )
  }

  override connect({ allQueues }: Models): void {
    this.queues = this.plan.queues.map((queue) => allQueues[queue]!)
  }

  get recordsPerCallLimit(): number {
    return Infinity
  }

  get bytesPerCallLimit(): number {
    return Infinity
  }

  sizeOf(_key: number, dataBytes: number): number {
    return dataBytes
  }

  rowOf(): number {
    return 0
  }

  /** It refuses nothing. */
  factOf(): string {
    return ''
  }

  callEnded(): void {}

  accept(reference: number, _key: number, bytes: number, now: Micros): Answer {
    const { c } = this
    this.log.push(reference)
    this.storedAt.push(now)
    c[STORED_BYTES]! += bytes
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    return STORED
  }

  /** replay: everything stored so many microseconds back or later, -1 = all that is kept, -2 = nothing; a replay under way is given up. */
  override act(action: string, argument: number, now: Micros): void {
    if (action !== 'replay') return
    const { c } = this
    const kept = this.firstKept(now)
    c[END] = this.log.length
    c[NEXT] = argument < 0 ? kept : this.storedAt.firstAtOrAfter(max(0, now - argument), kept)
    if (argument < ALL) c[NEXT] = c[END]!
    c[REPLAYS]! += 1
    this.pace(now)
  }

  override set(field: string, value: number, now: Micros): void {
    super.set(field, value, now)
    if (field === 'replayPerSecond') this.pace(now)
  }

  onTimer(_row: number, now: Micros): void {
    const { c } = this
    c[NEXT] = max(c[NEXT]!, this.firstKept(now))
    if (c[NEXT]! < c[END]!) {
      this.send(this.log.get(c[NEXT]!), now)
      c[NEXT]! += 1
      c[SENT]! += 1
    }
    this.planNext()
  }

  override get memoryBytes(): number {
    return this.log.bytes + this.storedAt.bytes
  }

  writeGauges(now: Micros, out: Float64Array, start: number): number {
    const { c } = this
    let at = start
    out[at++] = this.log.length
    out[at++] = c[STORED_BYTES]!
    out[at++] = this.log.length
    out[at++] = 0
    out[at++] = this.log.length - this.firstKept(now)
    out[at++] = c[REPLAYED]!
    out[at++] = c[REPLAY_REFUSED]!
    out[at++] = c[REPLAYS]!
    out[at++] = max(0, c[END]! - c[NEXT]!)
    return at
  }

  override get seen(): Seen {
    return this
  }
  readonly seenNames = KEPT_PAINTS
  readonly seenRowNames = []
  readonly seenRows = 0

  writeSeen(now: Micros, out: Float64Array, at: number): number {
    const { log, paints } = this
    const first = this.firstKept(now)
    // Kept for longer than before: what had been left out counts again.
    if (first < this.countedFrom) this.forgetPaints()
    for (; this.countedTo < log.length; this.countedTo++) paints[this.paintOf(this.countedTo)]! += 1
    for (; this.countedFrom < first; this.countedFrom++) paints[this.paintOf(this.countedFrom)]! -= 1
    out.set(paints, at)
    return at + PAINTS
  }

  private paintOf(place: number): number {
    const { keys, records } = this.world
    return keys.paint[records.keyOf(this.log.get(place))]!
  }

  private forgetPaints(): void {
    this.paints.fill(0)
    this.countedFrom = 0
    this.countedTo = 0
  }

  /** From now on one record after another at the present pace. */
  private pace(now: Micros): void {
    this.c[PACED_FROM] = now
    this.c[SENT] = 0
    this.planNext()
  }

  private planNext(): void {
    const { c } = this
    const { replayPerSecond } = this.settings
    const isOver = c[NEXT]! >= c[END]! || replayPerSecond <= 0
    // From the beginning of the pace and not from the record before, so that a rate is exact.
    this.schedule(0, isOver ? Infinity : c[PACED_FROM]! + round((c[SENT]! * MICROS_PER_SECOND) / replayPerSecond))
  }

  private send(reference: number, now: Micros): void {
    const { records, keys, watch } = this.world
    const key = records.keyOf(reference)
    this.queues.forEach((queue, row) => {
      const answer = queue.admits('send', [key], now)
        ? queue.accept(reference, key, queue.sizeOf(key, records.bytesOf(reference)), now)
        : THROTTLED
      queue.callEnded(now)
      if (answer !== THROTTLED) watch?.called?.('send', queue.plan.id, records.bytesOf(reference), now)
      if (answer === STORED) watch?.note('stored', reference, queue.plan.id, 0, 1, now)
      this.c[answer === STORED ? REPLAYED : REPLAY_REFUSED]! += 1
      if (answer === STORED) this.dots[row]!.count(now, 0, keys.paint[key]!)
    })
  }

  private firstKept(now: Micros): number {
    const horizon = now - this.settings.retentionMicros
    return horizon < 0 ? 0 : this.storedAt.firstAtOrAfter(horizon + 1, 0)
  }
}

const KEPT_PAINTS = Array.from({ length: PAINTS }, (_, paint) => `keptPaint${paint}`)
const ALL = -1

const STORED_BYTES = 0
const HASH = STORED_BYTES + 1
/** The replay under way: [next, end). */
const NEXT = HASH + 1
const END = NEXT + 1
/** When its present pace began, and how many have been sent since. */
const PACED_FROM = END + 1
const SENT = PACED_FROM + 1
/** Messages that queues have taken, and refused. */
const REPLAYED = SENT + 1
const REPLAY_REFUSED = REPLAYED + 1
const REPLAYS = REPLAY_REFUSED + 1
const COUNTERS = REPLAYS + 1
