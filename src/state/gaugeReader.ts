import { type Frame, HEADER } from '../protocol/frame.ts'
import type { Layout, NodeLayout } from '../protocol/layout.ts'

/** A name of the layout (NodeLayout). */
export type GaugeName = string

/**
 * The numbers of one moment. A node or row that is not there (just added, nothing loaded yet) reads
 * as 0; a name that its kind does not have reads as NaN, so that a slip of the pen shows.
 */
export type GaugeReader = {
  nowMicros: number
  /** Latest moment ever played in this run. */
  playedMicros: number
  value: (nodeId: string, name: GaugeName, row?: number) => number
  /** Per second of simulated time, over the last second. For names that end in Total. */
  rate: (nodeId: string, totalName: GaugeName, row?: number) => number
  rows: (nodeId: string) => number
  /** What became of a step of the document, as the engine names it; empty for one that takes no part in the run. */
  answer: (step: number) => string
  /** 16 hex digits; equal for equal runs up to the same moment. */
  fingerprint: string
  /** True while the run is slower than asked for. */
  behind: boolean
  reachedSpeed: number
  /** True at the end of the duration. */
  ended: boolean
}

/** Where a gauge stands in the frames of this layout, or -1. Without a row: of the node as a whole. */
export function gaugeIndex(node: NodeLayout | undefined, name: string, row?: number): number {
  if (node === undefined) return -1
  const at = (row === undefined ? node.names : node.rowNames).indexOf(name)
  if (at < 0) return -1
  if (row === undefined) return node.first + at
  return row >= 0 && row < node.rowCount ? node.firstRow + row * node.rowNames.length + at : -1
}

const hex = (word: number | undefined) => ((word ?? 0) >>> 0).toString(16).padStart(8, '0')

export const fingerprintOf = (header: Float64Array): string =>
  hex(header[HEADER.fingerprintHigh]) + hex(header[HEADER.fingerprintLow])

/** Copies what it needs: the frame's buffer travels on while the reader is still in use. */
export function readerOf(frame: Frame | null, layout: Layout | null): GaugeReader {
  const header = frame === null ? new Float64Array(HEADER.playedMicros + 1) : frame.header.slice()
  const gauges = frame?.gauges.slice() ?? new Float64Array(0)
  const before = frame?.before.slice() ?? new Float64Array(0)
  const nodes = new Map([...(layout?.seen ?? []), ...(layout?.nodes ?? [])].map((node) => [node.id, node]))
  const nowMicros = header[HEADER.nowMicros] ?? 0
  const spanMicros = nowMicros - (header[HEADER.beforeMicros] ?? 0)
  const read = (values: Float64Array, id: string, name: GaugeName, row?: number) => {
    const node = nodes.get(id)
    if (node === undefined) return 0
    if (!(row === undefined ? node.names : node.rowNames).includes(name)) return Number.NaN
    return values[gaugeIndex(node, name, row)] ?? 0
  }
  return {
    nowMicros,
    playedMicros: header[HEADER.playedMicros] ?? 0,
    value: (id, name, row) => read(gauges, id, name, row),
    rate: (id, name, row) =>
      spanMicros > 0 ? ((read(gauges, id, name, row) - read(before, id, name, row)) / spanMicros) * 1e6 : 0,
    answer: (step) => {
      const at = layout?.answers.steps.indexOf(step) ?? -1
      return at < 0 ? '' : (layout?.answers.names[gauges[layout.answers.first + at] ?? 0] ?? '')
    },
    rows: (id) => nodes.get(id)?.rowCount ?? 0,
    fingerprint: fingerprintOf(header),
    behind: header[HEADER.behind] === 1,
    reachedSpeed: header[HEADER.reachedSpeed] ?? 0,
    ended: header[HEADER.ended] === 1,
  }
}
