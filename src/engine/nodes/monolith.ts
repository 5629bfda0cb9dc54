import { type Answer, DOWN, STORED, type Store } from '../clients/store.ts'
import { max, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { Ring } from '../kernel/ring.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { Seen } from '../metrics/seen.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { World } from '../world.ts'
import { PAUSE_TIMER, RESTART_TIMER, WORK_TIMER } from './monolithSpec.ts'
import { NodeModel, type NodeResources } from './nodeModel.ts'
import type { MonolithPlan } from './nodePlans.ts'

/**
 * One program that receives events and does the work itself: what it has not worked yet lies in its heap. A heap that is
 * full ends the program (out of memory, no stack overflow), and everything in it is lost.
 */
export class Monolith extends NodeModel<MonolithPlan> implements Store, Seen {
  /** References of the events in the heap, oldest first. */
  readonly buffer = new Ring()
  readonly c: Float64Array
  /** Events in the heap by the paint of their key. It follows from the heap and is counted anew after a restore. */
  private readonly paints = new Float64Array(PAINTS)

  constructor(world: World, plan: MonolithPlan, resources: NodeResources) {
    super(world, plan, resources)
    world.state.part(this.buffer)
    this.c = world.state.column(COUNTERS)
    world.state.part({ saveTo: () => {}, loadFrom: () => this.countPaints() })
  }

  readonly recordsPerCallLimit = 1
  get bytesPerCallLimit(): number {
    return Infinity
  }
  sizeOf(_key: number, dataBytes: number): number {
    return dataBytes
  }
  rowOf(): number {
    return 0
  }
  /** A program that is down refuses the connection: ours, AWS says nothing of it. */
  factOf(): string {
    return 'X-M1'
  }
  callEnded(): void {}

  /** What lies in its heap, the oldest first. */
  override get inside(): readonly number[] {
    return Array.from({ length: this.buffer.length }, (_, i) => this.buffer.at(i))
  }

  override get seen(): Seen {
    return this
  }
  readonly seenNames = HEAP_PAINTS
  readonly seenRowNames = []
  readonly seenRows = 0

  writeSeen(_now: Micros, out: Float64Array, at: number): number {
    out.set(this.paints, at)
    return at + PAINTS
  }

  private paintOf(reference: number): number {
    const { keys, records } = this.world
    return keys.paint[records.keyOf(reference)]!
  }

  private countPaints(): void {
    this.paints.fill(0)
    for (let i = 0; i < this.buffer.length; i++) this.paints[this.paintOf(this.buffer.at(i))]! += 1
  }

  /** An event comes in. A program that is down takes none: the connection is refused. */
  accept(reference: number, _key: number, bytes: number, now: Micros): Answer {
    const { c } = this
    c[ATTEMPTS]! += 1
    if (c[IS_DOWN] === 1) {
      c[REFUSED]! += 1
      return DOWN
    }
    c[STORED_TOTAL]! += 1
    c[STORED_BYTES]! += bytes
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    this.buffer.push(reference)
    this.paints[this.paintOf(reference)]! += 1
    c[HEAP]! += bytes * this.settings.overhead
    if (c[HEAP]! > this.settings.heapBytes) this.die(now)
    else {
      this.mindTheHeap(now)
      if (c[WORKING] === 0) this.workNext(now)
    }
    return STORED
  }

  onTimer(row: number, now: Micros): void {
    if (row === WORK_TIMER) this.worked(now)
    else if (row === PAUSE_TIMER) this.pause(now)
    else this.c[IS_DOWN] = 0
  }

  override act(action: string, _argument: number, now: Micros): void {
    if (action === 'crash' && this.c[IS_DOWN] === 0) this.die(now)
    if (action === 'start' && this.c[IS_DOWN] === 1) {
      this.c[IS_DOWN] = 0
      this.schedule(RESTART_TIMER, Infinity)
    }
  }

  writeGauges(now: Micros, out: Float64Array, start: number): number {
    const { c } = this
    let at = start
    out[at++] = c[STORED_TOTAL]!
    out[at++] = c[STORED_BYTES]!
    out[at++] = c[ATTEMPTS]!
    out[at++] = c[REFUSED]!
    out[at++] = this.buffer.length
    out[at++] = c[HEAP]!
    out[at++] = c[PROCESSED]!
    out[at++] = c[LOST]!
    out[at++] = c[DEATHS]!
    out[at++] = c[PAUSED]! + (c[PAUSED_UNTIL]! > now ? now - c[PAUSED_UNTIL]! : 0)
    out[at++] = c[IS_DOWN]!
    return at
  }

  /** `from` is the end of the work before to a fraction of a microsecond, so that a rate is exact over a long run. */
  private workNext(from: Micros): void {
    const { c } = this
    if (this.buffer.length === 0) {
      c[WORKING] = 0
      return
    }
    c[WORKING] = 1
    const { serviceMicros, serviceSpread } = this.settings
    const [service] = this.resources.streams
    const draw = sampleUnitMean(this.world.random, service!, serviceSpread, ERLANG_SHAPE)
    c[DONE_AT] = max(from, c[PAUSED_UNTIL]!) + serviceMicros * draw
    this.schedule(WORK_TIMER, round(c[DONE_AT]!))
  }

  private worked(now: Micros): void {
    const { c } = this
    // A collection began while the work was under way: it ends so much later.
    if (c[PAUSED_UNTIL]! > now) {
      c[DONE_AT] = c[PAUSED_UNTIL]!
      this.schedule(WORK_TIMER, c[PAUSED_UNTIL]!)
      return
    }
    const reference = this.buffer.shift()
    this.paints[this.paintOf(reference)]! -= 1
    c[PROCESSED]! += 1
    c[HEAP]! -= this.world.records.bytesOf(reference) * this.settings.overhead
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    for (const step of DONE_STEPS) this.world.watch?.note(step, reference, this.plan.id, 0, 0, now)
    this.workNext(c[DONE_AT]!)
  }

  /** The fuller the heap, the more the collector works and the less it finds. */
  private mindTheHeap(now: Micros): void {
    const { heapBytes, pauseFromShare, pauseMicros } = this.settings
    const { c } = this
    if (pauseMicros <= 0 || c[PAUSE_PLANNED] === 1 || c[HEAP]! < heapBytes * pauseFromShare) return
    c[PAUSE_PLANNED] = 1
    this.schedule(PAUSE_TIMER, now)
  }

  private pause(now: Micros): void {
    const { c } = this
    const { heapBytes, pauseFromShare, pauseMicros, pauseEveryMicros } = this.settings
    if (c[HEAP]! < heapBytes * pauseFromShare) {
      c[PAUSE_PLANNED] = 0
      return
    }
    c[PAUSED_UNTIL] = now + pauseMicros
    c[PAUSED]! += pauseMicros
    this.schedule(PAUSE_TIMER, now + pauseMicros + pauseEveryMicros)
  }

  private die(now: Micros): void {
    const { c } = this
    const { watch } = this.world
    if (watch !== null) {
      watch.crashed?.(this.plan.id, 0, now)
      for (let i = 0; i < this.buffer.length; i++) watch.note('lost', this.buffer.at(i), this.plan.id, 0, 0, now)
    }
    c[LOST]! += this.buffer.length
    c[DEATHS]! += 1
    c[HEAP] = 0
    c[WORKING] = 0
    c[IS_DOWN] = 1
    c[PAUSE_PLANNED] = 0
    if (c[PAUSED_UNTIL]! > now) c[PAUSED]! -= c[PAUSED_UNTIL]! - now
    c[PAUSED_UNTIL] = 0
    this.buffer.clear()
    this.paints.fill(0)
    this.schedule(WORK_TIMER, Infinity)
    this.schedule(PAUSE_TIMER, Infinity)
    this.schedule(RESTART_TIMER, now + this.settings.restartMicros)
  }
}

const HEAP_PAINTS = Array.from({ length: PAINTS }, (_, paint) => `heapPaint${paint}`)

const DONE_STEPS = ['worked', 'effect'] as const

const STORED_TOTAL = 0
const STORED_BYTES = STORED_TOTAL + 1
const ATTEMPTS = STORED_BYTES + 1
const REFUSED = ATTEMPTS + 1
const HEAP = REFUSED + 1
const PROCESSED = HEAP + 1
/** Events that were in the heap when the program died. */
const LOST = PROCESSED + 1
const DEATHS = LOST + 1
const PAUSED = DEATHS + 1
const PAUSED_UNTIL = PAUSED + 1
const PAUSE_PLANNED = PAUSED_UNTIL + 1
const WORKING = PAUSE_PLANNED + 1
const IS_DOWN = WORKING + 1
const DONE_AT = IS_DOWN + 1
const HASH = DONE_AT + 1
const COUNTERS = HASH + 1
