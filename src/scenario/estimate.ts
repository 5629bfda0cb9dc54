import { RECORDS_MAX } from './bounds.ts'
import { highestRate, newRecords } from './rates.ts'
import type { ProducerNode, Scenario } from './scenario.ts'
import { targetsOf } from './wiring.ts'

export type Estimate = {
  /** Records that the run logs: new records, once for each link of their producer. This is what the bound counts. */
  records: number
  /** Copies that readers are expected to take: every record of a stream for each of its applications, of a queue once. */
  copies: number
}

/** Expected size of a whole run. Chance moves it by less than a hundredth where it matters. */
export function estimateOf(scenario: Scenario): Estimate {
  let records = 0
  let copies = 0
  for (const producer of producersOf(scenario)) {
    const count = newRecords(scenario, producer)
    const stores = targetsOf(scenario.links, producer.id)
    records += count * Math.max(1, stores.length)
    for (const store of stores) {
      const queues = isTopic(scenario, store) ? targetsOf(scenario.links, store) : []
      // Each queue of a topic logs the record once more, at most: its filter may leave it out.
      records += count * queues.length
      for (const own of [store, ...queues])
        copies += isTopic(scenario, own) ? 0 : count * targetsOf(scenario.links, own).length
    }
  }
  return { records: Math.ceil(records), copies: Math.ceil(copies) }
}

const isTopic = ({ nodes }: Scenario, id: string) => nodes.find((node) => node.id === id)?.kind === 'topic'

/** Why a run is too large to be kept in memory, with rate, duration and bound; null when it is not. */
export function tooManyRecords(scenario: Scenario): string | null {
  const { records } = estimateOf(scenario)
  if (records <= RECORDS_MAX) return null
  const rate = producersOf(scenario).reduce((sum, producer) => sum + highestRate(scenario, producer), 0)
  const count = (value: number) => Math.round(value).toLocaleString('en-US')
  return (
    `This run would keep ${count(records)} records (up to ${count(rate)} new records/s over ${count(scenario.durationSeconds)} s, ` +
    `once for each link); at most ${count(RECORDS_MAX)} fit. Lower a rate or shorten the run.`
  )
}

export function producersOf(scenario: Scenario): ProducerNode[] {
  return scenario.nodes.filter((node) => node.kind === 'producer')
}
