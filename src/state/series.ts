import type { Layout } from '../protocol/layout.ts'
import { type GaugeName, gaugeIndex } from './gaugeReader.ts'

export type GaugeOfNode = { nodeId: string; name: GaugeName; row?: number }
export type RequestSeries = (
  gauges: readonly GaugeOfNode[],
  fromMicros: number,
  stepMicros: number,
  count: number,
) => Promise<Float64Array>

/** Records that each shard of a stream got before a moment. */
export type RequestStored = (stream: string, atMicros: number) => Promise<Float64Array>

type Ask =
  | { type: 'series'; gauges: number[]; fromMicros: number; stepMicros: number; count: number }
  | { type: 'stored'; stream: string; atMicros: number }
type Waiting = { places: number[]; gaugeCount: number; count: number; resolve: (values: Float64Array) => void }

export type SeriesDesk = {
  request: RequestSeries
  requestStored: RequestStored
  receive: (request: number, values: Float64Array) => void
  /** The run is over: what was asked of it is answered with "not known". */
  begin: (layout: Layout | null) => void
}

/** Brings questions about the past to the worker and the answers back. It never rejects: what is not known is NaN. */
export function createSeriesDesk(send: (ask: Ask & { request: number }) => void): SeriesDesk {
  const waiting = new Map<number, Waiting>()
  let layout: Layout | null = null
  let latest = 0

  const answer = ({ places, gaugeCount, count, resolve }: Waiting, values: Float64Array | null) => {
    const rows = new Float64Array(gaugeCount * count).fill(Number.NaN)
    // The worker may answer with fewer moments than were asked for: the rest stays not known.
    const per = values === null ? 0 : Math.floor(values.length / places.length)
    places.forEach((place, i) =>
      rows.set(values?.subarray(i * per, i * per + Math.min(per, count)) ?? [], place * count),
    )
    resolve(rows)
  }

  const wait = (places: number[], gaugeCount: number, count: number, ask: Ask) =>
    new Promise<Float64Array>((resolve) => {
      const question = { places, gaugeCount, count, resolve }
      if (places.length === 0 || count <= 0) return answer(question, null)
      latest += 1
      waiting.set(latest, question)
      send({ request: latest, ...ask })
    })

  return {
    request(gauges, fromMicros, stepMicros, count) {
      const nodes = new Map(layout?.nodes.map((node) => [node.id, node]) ?? [])
      const all = gauges.map(({ nodeId, name, row }) => gaugeIndex(nodes.get(nodeId), name, row))
      const places = all.flatMap((index, place) => (index < 0 ? [] : [place]))
      const known = all.filter((index) => index >= 0)
      return wait(places, gauges.length, count, { type: 'series', gauges: known, fromMicros, stepMicros, count })
    },
    requestStored(stream, atMicros) {
      const shards = layout?.nodes.find(({ id }) => id === stream)?.rowCount ?? 0
      const places = Array.from({ length: shards }, (_, shard) => shard)
      return wait(places, shards, 1, { type: 'stored', stream, atMicros })
    },
    receive(request, values) {
      const question = waiting.get(request)
      waiting.delete(request)
      if (question !== undefined) answer(question, values)
    },
    begin(next) {
      layout = next
      for (const question of waiting.values()) answer(question, null)
      waiting.clear()
    },
  }
}
