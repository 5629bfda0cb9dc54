import { PAINT_COUNT } from '../protocol/frame.ts'
import type { WideHistory } from './wideColumns.ts'

/** Asks the run for history; see the state layer. Rows come one after another. */
export type AskSeries = (
  gauges: { nodeId: string; name: string; row?: number }[],
  fromMicros: number,
  stepMicros: number,
  count: number,
) => Promise<Float64Array>

export type WideColumns = {
  of: (stream: string, shard: number) => WideHistory | null
  /** Asks anew when a column has been filled, the width has changed or the run is another one. */
  follow: (
    shards: readonly { stream: string; shard: number; columns: number }[],
    unitMicros: number,
    nowMicros: number,
    run: unknown,
  ) => void
}

/** Stored totals at the borders of wide columns, asked for once a column. `changed` is called when an answer is there. */
export function createWideColumns(ask: AskSeries, changed: () => void): WideColumns {
  const histories = new Map<string, WideHistory>()
  let asked = ''
  let askedRun: unknown = null
  return {
    of: (stream, shard) => histories.get(`${stream}.${shard}`) ?? null,
    follow(shards, unitMicros, nowMicros, run) {
      const newest = Math.floor(nowMicros / unitMicros)
      const key = `${unitMicros} ${newest} ${shards.map((shard) => `${shard.stream}.${shard.shard}`).join()}`
      if (key === asked && run === askedRun) return
      asked = key
      askedRun = run
      for (const { stream, shard, columns } of shards) {
        const firstColumn = Math.max(0, newest - columns - 8)
        const borders = newest - firstColumn + 1
        const gauges = Array.from({ length: PAINT_COUNT }, (_, paint) => ({
          nodeId: stream,
          name: `storedPaint${paint}`,
          row: shard,
        }))
        void ask(gauges, firstColumn * unitMicros, unitMicros, borders).then((totals) => {
          if (asked !== key || askedRun !== run) return
          histories.set(`${stream}.${shard}`, { firstColumn, borders, totals })
          changed()
        })
      }
    },
  }
}
