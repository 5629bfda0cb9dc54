import { type Frame, PAINT_COUNT } from '../protocol/frame.ts'
import type { Placement } from './dotPlacement.ts'
import { valueAt } from './gaugePlaces.ts'
import type { StagePlan } from './stagePlan.ts'
import { bordersOf, pushWideColumns, type WideHistory } from './wideColumns.ts'

/** Asks the run for history; see the state layer. Rows come one after another. */
export type AskSeries = (
  gauges: { nodeId: string; name: string; row?: number }[],
  fromMicros: number,
  stepMicros: number,
  count: number,
) => Promise<Float64Array>

/** Puts the columns of all tapes that are wider than a second into the picture, and asks the run for what it needs. */
export type WideTapes = (
  frame: Frame,
  plan: StagePlan,
  nowMicros: number,
  run: { binMicros: number },
  placement: Placement,
) => void

/** Where a column holds so many bins, their borders are its borders within a few percent. */
const BINS_ENOUGH = 50

/** Stored totals at the borders of wide columns are asked for once a column. `changed` is called when an answer is there. */
export function createWideTapes(ask: AskSeries, changed: () => void): WideTapes {
  const histories = new Map<string, WideHistory>()
  let asked = ''
  let askedRun: unknown = null

  function follow(wide: ReturnType<typeof wideOf>, nowMicros: number, run: { binMicros: number }) {
    const key = wide.map(({ name, unitMicros }) => `${name} ${unitMicros} ${Math.floor(nowMicros / unitMicros)}`).join()
    if (key === asked && run === askedRun) return
    if (run !== askedRun) histories.clear()
    asked = key
    askedRun = run
    for (const { name, stream, shard, columns, unitMicros } of wide) {
      const newest = Math.floor(nowMicros / unitMicros)
      const firstColumn = Math.max(0, newest - columns - 8)
      const borders = newest - firstColumn + 1
      const isFine = unitMicros % run.binMicros === 0 || unitMicros >= BINS_ENOUGH * run.binMicros
      const stepMicros = isFine ? unitMicros : run.binMicros
      const fromMicros = Math.floor((firstColumn * unitMicros) / stepMicros) * stepMicros
      const count = Math.ceil((newest * unitMicros - fromMicros) / stepMicros) + 1
      const gauges = Array.from({ length: PAINT_COUNT }, (_, paint) => ({
        ...{ nodeId: stream, name: `storedPaint${paint}`, row: shard },
      }))
      void ask(gauges, fromMicros, stepMicros, count).then((values) => {
        if (asked !== key || askedRun !== run) return
        const totals = bordersOf(values, count, { fromMicros, stepMicros }, { firstColumn, borders, unitMicros })
        histories.set(name, { firstColumn, borders, totals })
        changed()
      })
    }
  }

  return (frame, plan, nowMicros, run, placement) => {
    const wide = wideOf(plan)
    follow(wide, nowMicros, run)
    for (const { index, name } of wide) {
      const tape = plan.tapes[index]
      const bed = plan.beds[index]
      const history = histories.get(name)
      if (!tape || !bed || !history) continue
      const totals = tape.storedPaints.map((at) => valueAt(frame.gauges, at))
      pushWideColumns(placement, index, bed, history, nowMicros, totals, tape.stream.columnPerDot)
    }
  }
}

function wideOf({ tapes, beds }: StagePlan) {
  return tapes.flatMap(({ stream: { node }, shard }, index) => {
    const bed = beds[index]
    if (bed === undefined || bed.bead || bed.unitSeconds === 1) return []
    return [
      {
        ...{ index, name: `${node.id}.${shard}`, stream: node.id, shard },
        ...{ columns: bed.columns, unitMicros: bed.unitSeconds * 1e6 },
      },
    ]
  })
}
