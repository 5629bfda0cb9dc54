import { NODE_GAUGES, ROW_GAUGES } from '../../../src/engine/index.ts'
import { DOT_CAPACITY, type Frame, HEADER } from '../../../src/protocol/frame.ts'
import type { Layout, NodeLayout, Track } from '../../../src/protocol/layout.ts'
import type { Scenario, ScenarioNode } from '../../../src/scenario/scenario.ts'

export const TAPE_SECONDS = 60
/** Dots a second on each tape, so that three tapes of 52 columns hold about 1,200. */
export const TAPE_RATES = [6, 10, 7]
const TRAVEL_SECONDS = 0.6
const PER_DOT = 100

const SENDERS: readonly string[] = ['producer', 'topic', 'archive']
const GIVERS: readonly string[] = ['stream', 'queue', 'fifoQueue']
const isEnd = ({ id }: ScenarioNode, link: { from: string; to: string }) => id === link.from || id === link.to

/** Links of a producer or topic, shards of a stream and of its readers, workers of a pool. */
function rowsOf(scenario: Scenario, node: ScenarioNode): number {
  if (SENDERS.includes(node.kind)) return scenario.links.filter((link) => link.from === node.id).length
  if (node.kind === 'stream') return node.shards
  if (node.kind === 'pool') return node.workers
  const from = scenario.links.find((link) => link.to === node.id)?.from
  const stream = scenario.nodes.find((other) => other.id === from)
  return stream?.kind === 'stream' ? stream.shards : 1
}

/** A layout for the scenario with made-up keys: enough of a run to draw. */
export function syntheticLayout(scenario: Scenario): Layout {
  let at = 0
  const nodes = scenario.nodes.map((node): NodeLayout => {
    const out = scenario.links.filter((link) => link.from === node.id).map((link) => link.to)
    const into = scenario.links.filter((link) => link.to === node.id).map((link) => link.from)
    const kind = node.kind === 'note' ? 'producer' : node.kind
    const names = NODE_GAUGES[kind]
    const rowNames = ROW_GAUGES[kind]
    const targets = SENDERS.includes(node.kind) ? out : into
    const layout = {
      id: node.id,
      kind: node.kind,
      first: at,
      names,
      rowCount: rowsOf(scenario, node),
      firstRow: at + names.length,
      rowNames,
      targets,
      recordsPerDot: PER_DOT,
    }
    at += names.length + layout.rowCount * rowNames.length
    return layout
  })
  const tracks: Track[] = []
  for (const link of scenario.links) {
    const delivered = GIVERS.includes(scenario.nodes.find((node) => node.id === link.from)?.kind ?? '')
    const rows = Math.max(
      ...scenario.nodes.map((node) => (isEnd(node, link) && node.kind === 'stream' ? node.shards : 1)),
    )
    for (let row = 0; row < rows; row++) {
      for (const kind of delivered ? (['delivered'] as const) : (['stored', 'refused'] as const))
        tracks.push({ kind, ...link, row, recordsPerDot: PER_DOT })
    }
  }
  const paintedKeys = Array.from({ length: 7 }, (_, paint) => ({
    paint,
    key: `key ${paint}`,
    share: 0.1,
    hash: (paint + 0.5) / 7,
  }))
  return {
    gaugeCount: at,
    nodes,
    seen: [],
    tracks,
    paintedKeys,
    answers: { first: 0, steps: [], names: [] },
    binMicros: 250_000,
    durationMicros: scenario.durationSeconds * 1e6,
  }
}

type Source = { ratePerSecond: number; tracks: number[]; keepSeconds: number }

/** Fills a frame for this moment: three tapes, and `moving` dots on their ways. */
export function syntheticFrames(layout: Layout, moving: number): (frame: Frame, nowMicros: number) => void {
  const tracksOf = (kind: Track['kind'], row?: number) =>
    layout.tracks.flatMap((track, i) => (track.kind === kind && (row === undefined || track.row === row) ? [i] : []))
  const streams = new Set(layout.nodes.flatMap(({ id, kind }) => (kind === 'stream' ? [id] : [])))
  const isTape = (track: number) => streams.has(layout.tracks[track]?.to ?? '')
  const stored = TAPE_RATES.map(
    (ratePerSecond, row): Source => ({
      ...{ ratePerSecond, tracks: tracksOf('stored', row).filter(isTape), keepSeconds: TAPE_SECONDS },
    }),
  )
  // Half of what moves comes back, half goes to readers; a reader's copy sets out one travel time late.
  const half = moving / 2 / TRAVEL_SECONDS
  const sources: Source[] = [
    ...stored,
    { ratePerSecond: half, tracks: tracksOf('delivered'), keepSeconds: 2 * TRAVEL_SECONDS },
    { ratePerSecond: half, tracks: tracksOf('refused'), keepSeconds: TRAVEL_SECONDS },
  ]
  // Looked up once: what the worker costs here is not what is measured.
  const places = new Map(
    layout.nodes.map((node) => [
      node.id,
      {
        ...{ first: new Map(node.names.map((name, i) => [name, node.first + i])), rowSize: node.rowNames.length },
        rows: new Map(node.rowNames.map((name, i) => [name, node.firstRow + i])),
      },
    ]),
  )
  const gauge = (id: string, name: string, row?: number) => {
    const own = places.get(id)
    if (row === undefined) return own?.first.get(name) ?? -1
    return (own?.rows.get(name) ?? -1) + row * (own?.rowSize ?? 0)
  }
  return (frame, nowMicros) => {
    const count = merge(sources, frame, nowMicros)
    writeGauges(frame.gauges, layout, gauge, nowMicros)
    writeGauges(frame.before, layout, gauge, Math.max(0, nowMicros - 1e6))
    frame.header[HEADER.nowMicros] = nowMicros
    frame.header[HEADER.beforeMicros] = Math.max(0, nowMicros - 1e6)
    frame.header[HEADER.dotCount] = count
    frame.header[HEADER.beadCount] = 0
    frame.header[HEADER.reachedSpeed] = 1
  }
}

/** The dots of all sources by time, as the trace of a run is; returns how many. */
function merge(sources: readonly Source[], frame: Frame, nowMicros: number): number {
  const next = sources.map(({ ratePerSecond, keepSeconds }) =>
    Math.max(0, Math.ceil((nowMicros / 1e6 - keepSeconds) * ratePerSecond)),
  )
  const momentOf = (s: number) => ((next[s] ?? 0) / (sources[s]?.ratePerSecond ?? 1)) * 1e6
  const moments = Float64Array.from(sources, (_, s) => momentOf(s))
  for (let count = 0; count < DOT_CAPACITY; count++) {
    let earliest = 0
    for (let s = 1; s < moments.length; s++) if ((moments[s] as number) < (moments[earliest] as number)) earliest = s
    const at = moments[earliest] as number
    if (at >= nowMicros) return count
    const i = next[earliest] as number
    const { tracks } = sources[earliest] as Source
    frame.dotAtMicros[count] = at
    frame.dotTrack[count] = tracks[i % tracks.length] ?? 0
    frame.dotPaint[count] = (i * 5) % 8
    next[earliest] = i + 1
    moments[earliest] = momentOf(earliest)
  }
  return DOT_CAPACITY
}

/** Numbers that change: rates of every shard, and carets that sit at different places. */
function writeGauges(
  out: Float64Array,
  layout: Layout,
  gauge: (id: string, name: string, row?: number) => number,
  nowMicros: number,
): void {
  const seconds = nowMicros / 1e6
  for (const node of layout.nodes) {
    if (node.kind === 'producer') {
      out[gauge(node.id, 'ratePerSecond')] = 1200
      out[gauge(node.id, 'attemptsTotal', 0)] = seconds * 1500
      out[gauge(node.id, 'notYetStored', 0)] = 4000
      out[gauge(node.id, 'waitingPaint0', 0)] = 4000
    }
    if (node.kind === 'queue' || node.kind === 'fifoQueue') {
      const waiting = 3000 + 800 * Math.sin(seconds)
      out[gauge(node.id, 'visible')] = waiting
      out[gauge(node.id, 'inFlight')] = 400
      out[gauge(node.id, 'groups')] = 40
      out[gauge(node.id, 'groupsLocked')] = 4
      for (let paint = 0; paint < 8; paint++) {
        out[gauge(node.id, `visiblePaint${paint}`)] = waiting / 8
        out[gauge(node.id, `inFlightPaint${paint}`)] = 50
      }
    }
    if (node.kind === 'monolith') out[gauge(node.id, 'heapBytes')] = (0.5 + 0.3 * Math.sin(seconds)) * 512 * 1_048_576
    if (node.kind === 'lambda') out[gauge(node.id, 'concurrent')] = 30 + 20 * Math.sin(seconds)
    if (node.kind === 'archive') out[gauge(node.id, 'kept')] = seconds * 90
    if (node.kind === 'downstream') out[gauge(node.id, 'running')] = 4 + 3 * Math.sin(seconds)
    for (let row = 0; row < node.rowCount; row++) {
      if (node.kind === 'stream') {
        const perSecond = (TAPE_RATES[row % TAPE_RATES.length] ?? 0) * 100
        out[gauge(node.id, 'storedTotal', row)] = seconds * perSecond
        out[gauge(node.id, 'storedBytesTotal', row)] = seconds * perSecond * 512
        out[gauge(node.id, 'attemptsTotal', row)] = seconds * (perSecond + 300) + 100 * Math.sin(seconds)
        out[gauge(node.id, 'refusedByRecordsTotal', row)] = seconds * 300
      }
      if (node.kind === 'application') {
        const behind = (2 + row * 7 + 3 * Math.sin(seconds / 5)) * 1e6
        out[gauge(node.id, 'caretAtMicros', row)] = nowMicros - behind
        out[gauge(node.id, 'fetchedAtMicros', row)] = nowMicros - behind * 0.7
        out[gauge(node.id, 'checkpointAtMicros', row)] = nowMicros - behind - 4e6
        out[gauge(node.id, 'processedTotal', row)] = seconds * 400
        out[gauge(node.id, 'readBytesTotal', row)] = seconds * 400 * 512
        out[gauge(node.id, 'callsTotal', row)] = seconds
      }
    }
  }
}
