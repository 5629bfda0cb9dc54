import { deviations } from './expected.ts'
import { median } from './median.ts'
import { eventCount } from './model.ts'
import { type Measurement, PEERS, type Peer } from './peers.ts'
import { textTable } from './table.ts'

/** What must hold between the peers of one run of the bench. */
const LEAST_RATIOS: readonly { of: string; to: string; least: number }[] = [
  { of: 'loop', to: 'js-simulator', least: 4 },
  { of: 'engine', to: 'loop', least: 0.5 },
  { of: 'engine', to: 'js-simulator', least: 2 },
]

export type Measurements = Record<Peer, Measurement[]>

/** Records a second of processor time, in millions: the median over the rounds. */
function speed(measurements: Measurements, peer: string): number {
  const found = PEERS.find((name) => name === peer)
  const list = found === undefined ? [] : measurements[found]
  return median(list.map(({ counts, processorMillis }) => counts.records / processorMillis / 1000))
}

export function speedTable(measurements: Measurements): string {
  const head = [
    'peer',
    'first ms',
    'processor ms',
    'wall ms',
    'M records/s',
    'M events/s',
    '/ loop',
    '/ js-simulator',
    '/ simjs',
  ]
  const rows = PEERS.map((peer) => {
    const list = measurements[peer]
    const own = speed(measurements, peer)
    return [
      peer,
      median(list.map((m) => m.firstMillis)).toFixed(0),
      median(list.map((m) => m.processorMillis)).toFixed(0),
      median(list.map((m) => m.wallMillis)).toFixed(0),
      own.toFixed(2),
      median(list.map((m) => eventCount(m.counts) / m.processorMillis / 1000)).toFixed(2),
      ...['loop', 'js-simulator', 'simjs'].map((other) => (own / speed(measurements, other)).toFixed(2)),
    ]
  })
  return textTable([head, ...rows])
}

export function countTable(measurements: Measurements): string {
  const head = ['peer', 'records', 'retries', 'given up', 'polls', 'deliveries', 'events', 'mean latency']
  const rows = PEERS.map((peer) => {
    const counts = measurements[peer][0]?.counts
    if (counts === undefined) return [peer]
    return [
      peer,
      ...[counts.records, counts.retries, counts.givenUp, counts.polls, counts.deliveries, eventCount(counts)].map(
        String,
      ),
      `${counts.meanLatencySeconds.toFixed(4)} s`,
    ]
  })
  return textTable([head, ...rows])
}

/** One sentence for each thing that must hold and does not. */
export function failures(measurements: Measurements): string[] {
  const wrongCounts = PEERS.flatMap((peer) =>
    measurements[peer].slice(0, 1).flatMap(({ counts }) => deviations(counts).map((text) => `${peer} counts ${text}`)),
  )
  const tooSlow = LEAST_RATIOS.map(({ of, to, least }) => ({
    of,
    to,
    least,
    ratio: speed(measurements, of) / speed(measurements, to),
  }))
    .filter(({ ratio, least }) => !(ratio >= least))
    .map(({ of, to, least, ratio }) => `${of} is ${ratio.toFixed(2)} times ${to}, not at least ${least} times`)
  return [...wrongCounts, ...tooSlow]
}
