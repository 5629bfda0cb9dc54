import type { ProducerPlan, TurnableProducer } from '../plan.ts'
import type { LinkResources } from './linkResources.ts'
import type { Reach } from './reach.ts'
import type { Store } from './store.ts'

/** Of what a link of a producer is made. */
export type LinkParts = LinkResources & {
  plan: ProducerPlan
  settings: Readonly<TurnableProducer>
  /** Which producer. */
  producer: number
  store: Store
  /** For each key whether records of it go this way; null: all. */
  isWanted: Uint8Array | null
  reach: Reach | null
}
