import { type Counts, eventCount } from './model.ts'

// What three independent implementations of the model counted. The shard with the hot key runs
// close to its limits, so retries and latency swing more from seed to seed than plain counts do.
const EXPECTED = [
  { name: 'records', value: 2_401_104, tolerance: 0.003, of: (c: Counts) => c.records },
  { name: 'deliveries', value: 4_751_888, tolerance: 0.003, of: (c: Counts) => c.deliveries },
  { name: 'retries', value: 420_559, tolerance: 0.04, of: (c: Counts) => c.retries },
  { name: 'events', value: 7_602_259, tolerance: 0.003, of: eventCount },
  { name: 'mean latency (s)', value: 0.457, tolerance: 0.03, of: (c: Counts) => c.meanLatencySeconds },
]

/** One sentence for each count that lies outside its tolerance; empty when the model is reproduced. */
export function deviations(counts: Counts): string[] {
  return EXPECTED.filter(({ value, tolerance, of }) => !(Math.abs(of(counts) / value - 1) <= tolerance)).map(
    ({ name, value, tolerance, of }) => `${name}: ${of(counts)} instead of ${value} within ${tolerance * 100} %`,
  )
}
