import { Float64Log } from '../kernel/log.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** All gauges at the end of every bin of fixed width: append-only, so a snapshot holds its length only. */
export class History {
  readonly binMicros: Micros
  private readonly gauges: number
  private readonly values = new Float64Log()

  constructor(state: State, binMicros: Micros, gauges: number) {
    this.binMicros = binMicros
    this.gauges = gauges
    state.part(this.values)
  }

  /** Bins recorded; bin b holds the gauges at (b + 1) * binMicros. */
  get length(): number {
    return this.values.length / this.gauges
  }

  add(values: Float64Array): void {
    for (let i = 0; i < this.gauges; i++) this.values.push(values[i]!)
  }

  get(bin: number, gauge: number): number {
    return this.values.get(bin * this.gauges + gauge)
  }

  get bytes(): number {
    return this.values.bytes
  }
}
