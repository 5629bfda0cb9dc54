import type { ArrivalTimes } from '../kernel/arrivalTimes.ts'
import { floor, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { DrawsAhead } from '../kernel/drawsAhead.ts'
import type { KeyChooser } from '../kernel/keyChooser.ts'
import { LevelShape } from '../kernel/levelShape.ts'
import type { RateProfile } from '../kernel/rateProfile.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { ProducerPlan, TurnableProducer } from '../plan.ts'
import type { Records } from '../records.ts'
import type { World } from '../world.ts'
import type { ProducerLink } from './producerLink.ts'
import type { Reach } from './reach.ts'
import { Settings } from './settings.ts'

/** What only some producers are made of. */
export type ProducerBuilders = {
  /** A rate that changes over time. */
  readonly rateShape: (profile: RateProfile) => LevelShape
  /** It routes to several queues itself. */
  readonly reach: (world: World) => Reach
}

export type ProducerStreams = { arrivals: number; keys: number; sizes: number }

/**
 * Makes new records: a renewal process whose time is stretched by the rate profile. A record is made once and
 * offered to every link. Arrivals depend on the seed and the profile only, never on what follows.
 */
export class Producer {
  readonly settings: TurnableProducer
  readonly links: ProducerLink[] = []
  /** Null unless it routes to several queues itself. */
  readonly reach: Reach | null
  private readonly world: World
  private readonly records: Records
  private readonly arrivals: ArrivalTimes
  private readonly plan: ProducerPlan
  private readonly index: number
  private readonly shape: LevelShape
  /** Waits in units of their mean, so that the rate may be turned at any time; keys; sizes from 0 to 1. */
  private readonly waits: DrawsAhead
  private readonly keys: DrawsAhead
  private readonly sizes: DrawsAhead
  private readonly keyCount: number
  private readonly canTurnHot: boolean
  private readonly s: Float64Array
  /** Of the moments of all arrivals. */
  private readonly hash: Int32Array

  constructor(
    world: World,
    plan: ProducerPlan,
    index: number,
    chooser: KeyChooser,
    streams: ProducerStreams,
    builders: ProducerBuilders | null,
  ) {
    this.world = world
    this.records = world.records
    this.arrivals = world.arrivals
    this.plan = plan
    this.index = index
    this.reach = plan.followsReach === true && builders !== null ? builders.reach(world) : null
    this.shape = shapeOf(plan, builders)
    this.keyCount = chooser.keyCount
    this.canTurnHot = plan.turnable.hotShare !== undefined
    this.settings = world.state.part(new Settings(plan.turnable)).values
    const { state, random } = world
    this.s = state.column(PRODUCER_FIELDS)
    this.hash = state.adopt(new Int32Array(1))
    this.waits = new DrawsAhead(state, (draws) => {
      for (let i = 0; i < draws.length; i++)
        draws[i] = sampleUnitMean(random, streams.arrivals, plan.spacing, ERLANG_SHAPE)
    })
    const numbers = world.keys.ofProducer[index] ?? null
    this.keys = new DrawsAhead(state, (draws) => {
      const next = this.arrivalsTotal
      for (let i = 0; i < draws.length; i++) draws[i] = chooser.choose(random, streams.keys, next + i)
      if (numbers !== null) for (let i = 0; i < draws.length; i++) draws[i] = numbers[draws[i]!]!
    })
    this.sizes = new DrawsAhead(state, (draws) => {
      for (let i = 0; i < draws.length; i++) draws[i] = random.unit(streams.sizes)
    })
    this.drawNext(0)
  }

  get arrivalsTotal(): number {
    return this.records.countOf(this.index)
  }

  /** New records a second that the profile asks for at a moment. */
  ratePerSecondAt(now: Micros): number {
    return this.settings.ratePerSecond * this.shape.relativeRateAt(now)
  }

  onArrival(now: Micros): void {
    this.make(now)
    this.drawNext(this.s[NEXT]!)
  }

  /** One record beside the profile. */
  make(now: Micros): void {
    const { recordBytes } = this.settings
    const drawn = this.keys.next() | 0
    const key = this.canTurnHot ? this.turnedKey(drawn) : drawn
    const spread = this.plan.recordBytesMax - recordBytes
    const bytes = spread > 0 ? recordBytes + ((this.sizes.next() * (spread + 1)) >>> 0) : recordBytes
    this.send(key, bytes, now)
  }

  /** One record of this key, by its number in the run, and of so many bytes. */
  send(key: number, bytes: number, now: Micros): void {
    const reference = this.records.add(this.index, now, key, bytes)
    // The log of records gives a snapshot its length only; the moments themselves are hashed here.
    this.hash[0] = mix(this.hash[0]!, now | 0)
    if (this.world.watch !== null) this.noteMade(reference, bytes, now)
    const links = this.links
    if (this.reach !== null) this.reach.begin(links.filter((link) => link.wants(key)).length)
    for (let i = 0; i < links.length; i++) links[i]!.offer(reference, key, bytes, now)
  }

  /** Turning the rate stretches what is left of the present wait: the same draws, another speed. */
  set(field: keyof TurnableProducer, value: number, now: Micros): void {
    if (field === 'ratePerSecond') {
      const rate = this.settings.ratePerSecond
      if (rate > 0 && this.s[NEXT]! !== Infinity) this.s[LEFT] = this.shape.workBetween(now, this.s[NEXT]!) * rate
      this.settings.ratePerSecond = value
      this.s[NEXT] = value > 0 ? this.shape.advance(now, this.s[LEFT]! / value) : Infinity
      this.arrivals.set(this.index, round(this.s[NEXT]!))
      return
    }
    this.settings[field] = value
    for (const link of this.links) link.turned(now)
  }

  /**
   * The key of the next record when the share of the hot key has been turned: its records stand as evenly among the others as they can,
   * without chance, so turning it draws nothing. What was drawn for the hot key beyond that takes the others in turn.
   */
  private turnedKey(drawn: number): number {
    const share = this.settings.hotShare!
    if (share < 0) return drawn
    const { arrivalsTotal } = this
    const hotSoFar = floor(arrivalsTotal * share)
    if (floor((arrivalsTotal + 1) * share) > hotSoFar) return this.numberOf(0)
    const isOwn = this.plan.keys.kind === 'hottest' && drawn === this.numberOf(0)
    // By the count of the others alone: that of all has the hot key's own rhythm in it and would leave keys out.
    return isOwn ? this.numberOf((arrivalsTotal - hotSoFar) % this.keyCount) : drawn
  }

  /** Number in the run of the producer's key. */
  private numberOf(key: number): number {
    return this.world.keys.ofProducer[this.index]?.[key] ?? key
  }

  private noteMade(reference: number, bytes: number, now: Micros): void {
    this.world.watch!.note('made', reference, this.plan.id, 0, bytes, now)
  }

  private drawNext(fromExact: number): void {
    const rate = this.settings.ratePerSecond
    const draw = this.waits.next()
    const next = rate > 0 ? this.shape.advance(fromExact, draw / rate) : Infinity
    if (next === Infinity) this.s[LEFT] = draw
    this.s[NEXT] = next
    this.arrivals.set(this.index, round(next))
  }
}

/** Exact moment of the next arrival, not rounded, so that a rate of 3,000 a second does not drift. */
const NEXT = 0
/** What is left of a wait that does not end, because the rate is zero, in units of the mean. */
const LEFT = 1
const PRODUCER_FIELDS = 2

function shapeOf({ id, profile }: ProducerPlan, builders: ProducerBuilders | null): LevelShape {
  if (profile.kind === 'constant') return new LevelShape(profile.perSecond)
  if (builders === null) throw new TypeError(`Nobody can shape the rate of ${id}: profiles are not loaded`)
  return builders.rateShape(profile)
}
