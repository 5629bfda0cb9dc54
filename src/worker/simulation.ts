import { createEngineWith, type Engine } from '../engine/index.ts'
import type { ArrivalReason, FromWorker, ToWorker } from '../protocol/messages.ts'
import { compileDocument } from './compile/document.ts'
import { FrameWriter } from './frameWriter.ts'
import { layoutOf } from './layout.ts'
import type { OtherParts } from './otherParts.ts'
import { Pump, runSlice } from './pump.ts'
import { Rewind } from './rewind.ts'
import { seriesOf } from './series.ts'
import { storedBefore } from './storedBefore.ts'

/** What the simulation needs from its surroundings, so that tests can hold the clock. */
export type Host = {
  post: (message: FromWorker, transfer: ArrayBuffer[]) => void
  /** Wall time in milliseconds. */
  clock: () => number
  /** Runs something after messages have been heard, `ms` from now at the earliest. */
  later: (task: () => void, ms: number) => void
  /** What only some scenes need, or null as long as none needed it. */
  others: () => OtherParts | null
}

type Loaded = { engine: Engine; rewind: Rewind; frames: FrameWriter }

const REST_MS = 10
const PROGRESS_APART_MS = 100

/** Owns one run: answers requests, keeps the pace, goes anywhere in time. */
export class Simulation {
  private readonly host: Host
  private readonly pump: Pump
  private run = -1
  private loaded: Loaded | null = null
  private playing = false
  private stops: readonly number[] = []
  /** Where a long way through time leads; null when standing or playing. */
  private goal: { toMicros: number; fromMicros: number; toldAt: number } | null = null
  private ticking = false

  constructor(host: Host) {
    this.host = host
    this.pump = new Pump(host.clock)
  }

  handle(message: ToWorker): void {
    if (message.type === 'load') {
      this.load(message.run, message.scenario, message.playheadMicros)
      return
    }
    if (message.run !== this.run || !this.loaded) {
      if (message.type === 'frame')
        this.host.post({ type: 'frame', run: message.run, buffer: message.buffer }, [message.buffer])
      return
    }
    const { engine, rewind } = this.loaded
    switch (message.type) {
      case 'play':
        this.playing = true
        this.pump.start(engine.now, message.speed)
        this.tick()
        return
      case 'stops':
        this.stops = message.moments
        return
      case 'pause':
        this.stop()
        this.arrive('paused')
        return
      case 'seek':
        this.stop()
        this.travel(message.toMicros)
        return
      case 'step': {
        this.stop()
        const to = message.direction === 1 ? engine.nextEventAt() : engine.lastEventAt() - 1
        rewind.approach(clamp(to, engine.plan.durationMicros))
        engine.run(clamp(to, engine.plan.durationMicros), Infinity)
        rewind.ran(0)
        this.arrive('stepped')
        return
      }
      case 'cancel':
        if (!this.goal) return
        this.goal = null
        this.arrive('cancelled')
        this.playFromHere()
        return
      case 'frame':
        this.frame(message.buffer, message.windowMicros)
        return
      case 'series':
        this.postSeries(message.request, message.gauges.length, seriesOf(engine, message))
        return
      case 'stored': {
        const values = storedBefore(engine, message.stream, message.atMicros)
        this.postSeries(message.request, values.length, values)
        return
      }
    }
  }

  private load(run: number, document: unknown, playheadMicros: number): void {
    this.run = run
    this.loaded = null
    this.stops = []
    this.stop()
    const others = this.host.others()
    const compiled = compileDocument(document, others?.kinds ?? null)
    if (!compiled.ok) {
      this.host.post({ type: 'refused', run, message: compiled.message }, [])
      return
    }
    const engine = createEngineWith(compiled.plan, compiled.seed, others?.builders ?? null)
    const layout = layoutOf(compiled.nodeIds, engine)
    this.loaded = { engine, rewind: new Rewind(engine), frames: new FrameWriter(engine, layout, this.host.clock) }
    this.host.post({ type: 'loaded', run, layout }, [])
    this.travel(playheadMicros)
  }

  private postSeries(request: number, gaugeCount: number, values: Float64Array): void {
    this.host.post({ type: 'series', run: this.run, request, gaugeCount, values }, [values.buffer as ArrayBuffer])
  }

  private stop(): void {
    this.playing = false
    this.goal = null
  }

  private arrive(reason: ArrivalReason): void {
    if (this.loaded) this.host.post({ type: 'arrived', run: this.run, atMicros: this.loaded.engine.now, reason }, [])
  }

  private travel(toMicros: number): void {
    const { engine, rewind } = this.loaded!
    const to = clamp(toMicros, engine.plan.durationMicros)
    rewind.approach(to)
    this.goal = { toMicros: to, fromMicros: engine.now, toldAt: this.host.clock() }
    this.tick()
  }

  /** One slice of whatever is to be done, then the next after messages have been heard. */
  private tick(): void {
    if (!this.loaded) return
    const pauseMs = this.goal ? this.travelSlice() : this.playing ? this.playSlice() : -1
    if (pauseMs < 0 || this.ticking) return
    this.ticking = true
    this.host.later(() => {
      this.ticking = false
      this.tick()
    }, pauseMs)
  }

  /** Play was asked for on the way: the pace counts from here, not from where the way began. */
  private playFromHere(): void {
    if (this.playing && this.loaded) this.pump.start(this.loaded.engine.now, this.pump.speed)
  }

  /** Returns the pause before the next slice, or -1 when there is none. */
  private travelSlice(): number {
    const { engine, rewind } = this.loaded!
    const goal = this.goal!
    const { clock, post } = this.host
    if (runSlice(engine, rewind, goal.toMicros, clock)) {
      this.goal = null
      this.arrive('sought')
      this.playFromHere()
      return this.playing ? 0 : -1
    }
    if (clock() - goal.toldAt > PROGRESS_APART_MS) {
      goal.toldAt = clock()
      post(
        { type: 'progress', run: this.run, fromMicros: goal.fromMicros, atMicros: engine.now, toMicros: goal.toMicros },
        [],
      )
    }
    return 0
  }

  private playSlice(): number {
    const { engine, rewind } = this.loaded!
    const end = engine.plan.durationMicros
    const stop = this.stops.find((at) => at > engine.now) ?? end
    const reached = runSlice(engine, rewind, Math.min(stop, this.pump.target()), this.host.clock)
    this.pump.sliced(engine.now, reached)
    if (reached && engine.now >= Math.min(stop, end)) {
      this.playing = false
      this.arrive(engine.now >= end ? 'ended' : 'stopped')
      return -1
    }
    return reached ? REST_MS : 0
  }

  private frame(lent: ArrayBuffer, windowMicros: number): void {
    const { rewind, frames } = this.loaded!
    if (this.playing && !this.goal) this.tick()
    const { reachedSpeed, behind } = this.pump
    const numbers = {
      run: this.run,
      reachedSpeed: this.playing ? reachedSpeed : 0,
      behind: this.playing && behind,
      playedMicros: rewind.playedMicros,
      exact: !this.playing,
    }
    const buffer = frames.write(lent, windowMicros, numbers)
    this.host.post({ type: 'frame', run: this.run, buffer }, [buffer])
  }
}

function clamp(micros: number, durationMicros: number): number {
  return Math.round(Math.min(durationMicros, Math.max(0, micros)))
}
