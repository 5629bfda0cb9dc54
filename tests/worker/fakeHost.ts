import { createEngine } from '../../src/engine/index.ts'
import { type Frame, frameByteLength, frameViews, HEADER } from '../../src/protocol/frame.ts'
import type { Layout } from '../../src/protocol/layout.ts'
import type { FromWorker, ToWorker } from '../../src/protocol/messages.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { OTHER_PARTS } from '../../src/worker/otherParts.ts'
import { Simulation } from '../../src/worker/simulation.ts'

type Told<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>

/** Without its `run`, which the host adds. */
type Ask = { [T in ToWorker['type']]: Omit<Extract<ToWorker, { type: T }>, 'run'> }[ToWorker['type']]

/**
 * A simulation whose clock and timers the test holds. `costMs`: wall time that passes with every look at the clock, as
 * if the engine needed it (it looks before and after every 2,000 events).
 */
export class FakeHost {
  wallMs = 1000
  costMs: number
  run = 0
  readonly told: FromWorker[] = []
  private tasks: { at: number; task: () => void }[] = []
  private readonly simulation: Simulation

  constructor(costMs = 0) {
    this.costMs = costMs
    this.simulation = new Simulation({
      post: (message) => void this.told.push(message),
      clock: () => {
        this.wallMs += this.costMs
        return this.wallMs
      },
      later: (task, ms) => void this.tasks.push({ at: this.wallMs + ms, task }),
      others: () => OTHER_PARTS,
    })
  }

  load(scenario: Scenario, playheadMicros = 0): void {
    this.run += 1
    this.simulation.handle({ type: 'load', run: this.run, scenario: structuredClone(scenario), playheadMicros })
  }

  ask(message: Ask, run = this.run): void {
    this.simulation.handle({ ...message, run } as ToWorker)
  }

  /** Lets wall time pass; timers fire at their time. */
  pass(ms: number): void {
    const until = this.wallMs + ms
    for (;;) {
      const next = this.tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.tasks.splice(this.tasks.indexOf(next), 1)
      this.wallMs = Math.max(this.wallMs, next.at)
      next.task()
    }
    this.wallMs = Math.max(this.wallMs, until)
  }

  /** Runs timers until none is left. */
  settle(): void {
    for (let i = 0; i < 100_000 && this.tasks.length > 0; i++) this.pass(Math.max(0, this.tasks[0]!.at - this.wallMs))
  }

  get pending(): number {
    return this.tasks.length
  }

  last<T extends FromWorker['type']>(type: T): Told<T> {
    const found = this.told.findLast((message): message is Told<T> => message.type === type)
    if (!found)
      throw new Error(
        `Nothing of the kind ${type} was told, only ${this.told.map((message) => message.type).join(', ')}`,
      )
    return found
  }

  all<T extends FromWorker['type']>(type: T): Told<T>[] {
    return this.told.filter((message): message is Told<T> => message.type === type)
  }

  get layout(): Layout {
    return this.last('loaded').layout
  }

  /** Asks for a frame and gives its views. */
  frame(windowMicros = 5_000_000): Frame {
    const { gaugeCount } = this.layout
    this.ask({ type: 'frame', buffer: new ArrayBuffer(frameByteLength(gaugeCount)), windowMicros })
    return frameViews(this.last('frame').buffer, gaugeCount)
  }

  get nowMicros(): number {
    return this.frame().header[HEADER.nowMicros]!
  }

  /** Fingerprint of the present moment; exact while standing. */
  get fingerprint(): string {
    const { header } = this.frame()
    return [header[HEADER.fingerprintHigh]!, header[HEADER.fingerprintLow]!]
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('')
  }
}

/** Fingerprint of a run of its own to a moment. */
export function fingerprintAt(scenario: Scenario, micros: number): string {
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(micros, Number.POSITIVE_INFINITY)
  return engine.digest()
}

/** A host whose run stands at the playhead. */
export function loaded(scenario: Scenario, playheadMicros = 0, costMs = 0): FakeHost {
  const host = new FakeHost(costMs)
  host.load(scenario, playheadMicros)
  host.settle()
  return host
}
