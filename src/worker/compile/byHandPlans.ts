import type { PlanIntervention, ProducerPlan } from '../../engine/index.ts'
import type { Intervention, Scenario } from '../../scenario/scenario.ts'
import { CALL_RECORDS_MAX } from '../../scenario/streamNumbers.ts'

type Put = Extract<Intervention, { action: 'put' }>
type Sender = { plan: ProducerPlan; to: string }

type Call<A extends PlanIntervention['action']> = Extract<PlanIntervention, { action: A }>
/** What stands beside moment and node; a record sent by hand is its producer's. */
type HandStep =
  | Pick<Call<'put'>, 'kind' | 'node' | 'action' | 'key' | 'bytes'>
  | { action: 'receiveOne' | 'deleteOne' }
  | { action: 'goToRecord'; shard: number; record: number }

const isPut = (step: Intervention): step is Put => step.action === 'put'

/** Every store that a person sends to has a producer more, which sends nothing else: one record a call, tried once. */
export function handSenders({ nodes, links, interventions }: Scenario): Sender[] {
  const puts = interventions.filter(isPut)
  return [...new Set(puts.map(({ node }) => node))].map((to) => {
    const own = puts.filter(({ node }) => node === to)
    const drawn = nodes.find(({ id, kind }) => kind === 'producer' && links.some((l) => l.from === id && l.to === to))
    return {
      to,
      plan: {
        ...{ id: `by hand ${to}`, drawnAs: drawn?.id ?? '', turnable: ONE_CALL, spacing: 0, callLatencySpread: 0 },
        ...{ profile: { kind: 'constant', perSecond: 1 }, recordBytesMax: 1, callsAtOnce: 1 },
        keys: { kind: 'list', keys: [...new Set(own.map(({ key }) => key))] },
        callRecordsMax: CALL_RECORDS_MAX,
      },
    }
  })
}

const DROP_NEWEST = 2
const ONE_CALL = {
  ...{ ratePerSecond: 0, recordBytes: 1, batchRecords: 1, lingerMicros: 0, callLatencyMicros: 0, bufferRecords: 1 },
  ...{ whenFull: DROP_NEWEST, attemptsMax: 1, backoffBaseMicros: 0, backoffMaxMicros: 0, jitter: 0 },
  callFailureShare: 0,
}

/** A call by hand in the engine's words, null for another step. `first`: how many producers stand before those that send by hand. */
export function handStep(step: Intervention, senders: readonly Sender[], first: number): HandStep | null {
  switch (step.action) {
    case 'put': {
      const sender = senders.findIndex(({ to }) => to === step.node)
      return { kind: 'producer', node: first + sender, action: 'put', key: step.key, bytes: step.bytes }
    }
    case 'receiveOne':
    case 'deleteOne':
      return { action: step.action }
    case 'goToRecord':
      return { action: 'goToRecord', shard: step.shard, record: step.record }
    default:
      return null
  }
}
