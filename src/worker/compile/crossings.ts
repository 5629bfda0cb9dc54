import type { Engine } from '../../engine/index.ts'
import type { Crossing, Question } from '../../protocol/inquiry.ts'
import { layoutOf } from '../layout.ts'

/** Looks at single events; beyond so many the ends of the recorder's bins are looked at, and events only where one shows a crossing. */
const LOOKS_AT_MOST = 200_000

/**
 * Plays a fresh engine and finds the moments at which gauges cross their values, to the microsecond: ages grow between events too.
 * In a run of very many events a crossing that is undone again within one bin of the recorder is not seen.
 */
export function crossingsOf(
  engine: Engine,
  nodeIds: readonly string[],
  { of, untilMicros, atMost }: Extract<Question, { kind: 'crossings' }>,
  looksAtMost = LOOKS_AT_MOST,
): number[][] {
  const watch = new CrossingWatch(engine, nodeIds, of)
  const moments: number[][] = of.map(() => [])
  const isFull = () => moments.every((found) => found.length >= atMost)
  const { binMicros, durationMicros } = engine.plan
  const end = Math.min(untilMicros, durationMicros)
  for (let from = 0; from < end && !isFull(); ) {
    const to = Math.min(end, from + binMicros)
    for (const { at, which } of watch.look(from, to, watch.looks < looksAtMost))
      if ((moments[which]?.length ?? atMost) < atMost) moments[which]?.push(at)
    from = to
  }
  return moments
}

type Found = { at: number; which: number }

class CrossingWatch {
  looks = 0
  private readonly engine: Engine
  private readonly of: readonly Crossing[]
  private readonly places: readonly number[]
  private readonly gauges: Float64Array
  private holds: boolean[]

  constructor(engine: Engine, nodeIds: readonly string[], of: readonly Crossing[]) {
    this.engine = engine
    this.of = of
    const { nodes } = layoutOf(nodeIds, engine)
    this.places = of.map(({ node: id, gauge, row }) => {
      const node = nodes.find((one) => one.id === id)
      const at = (row === undefined ? node?.names : node?.rowNames)?.indexOf(gauge) ?? -1
      if (node === undefined || at < 0) return -1
      if (row === undefined) return node.first + at
      return row >= 0 && row < node.rowCount ? node.firstRow + row * node.rowNames.length + at : -1
    })
    this.gauges = new Float64Array(engine.gaugeCount)
    this.holds = this.read()
  }

  /** Crossings after `from`, where the engine stands, up to `to`, where it stands then. */
  look(from: number, to: number, atEachEvent: boolean): Found[] {
    const { engine } = this
    const start = engine.snapshot()
    const before = this.holds
    if (!atEachEvent) {
      engine.run(to, Number.POSITIVE_INFINITY)
      const after = this.read()
      this.holds = after
      if (!after.some((holds, i) => holds && !before[i])) return []
      engine.restore(start)
      this.holds = before
    }
    const found: Found[] = []
    for (let last = from; last < to; ) {
      const next = Math.min(to, Math.max(last + 1, engine.nextEventAt()))
      const held = this.holds
      engine.run(next, Number.POSITIVE_INFINITY)
      const now = this.read()
      for (const [which, holds] of now.entries())
        if (holds && !held[which]) found.push({ which, at: this.moment(start, last, next, which) })
      this.holds = now
      last = next
    }
    return found
  }

  /** The first whole microsecond after `from` at which it holds; nothing happens before `to`, where the engine stands again. */
  private moment(start: ReturnType<Engine['snapshot']>, from: number, to: number, which: number): number {
    const { engine } = this
    let [low, high] = [from, to]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      engine.restore(start)
      engine.run(middle, Number.POSITIVE_INFINITY)
      if (this.read()[which]) high = middle
      else low = middle
    }
    engine.restore(start)
    engine.run(to, Number.POSITIVE_INFINITY)
    return high
  }

  private read(): boolean[] {
    this.looks += 1
    this.engine.readGauges(this.gauges)
    return this.of.map(({ isAbove, value }, i) => {
      const now = this.gauges[this.places[i] ?? -1] ?? Number.NaN
      return isAbove ? now > value : now < value
    })
  }
}
