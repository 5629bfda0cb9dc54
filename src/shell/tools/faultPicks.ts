import { openShards } from '../../panels/openShards.ts'
import { type AtPlayhead, type FaultOffer, faultOffers } from '../../scenario/faults.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { applyEdit, playheadMicros, readGauges } from '../../state/index.ts'
import { say } from '../../state/workbench/selection.ts'
import type { Pick } from './PickList.tsx'

/** What can go wrong at the playhead, for each node that it makes sense for; the run may play on while one is chosen. */
export function faultPicks(scenario: Scenario): Pick[] {
  return faultOffers(scenario, here(scenario)).map((offer, i): Pick => {
    if (!offer.ok)
      return {
        id: `fault ${i}`,
        text: offer.name,
        sort: 'not here',
        detail: offer.reason,
        isRefused: true,
        run: () => {},
      }
    const { name, node, detail } = offer
    return { id: `fault ${i}`, text: `${name}: ${node}`, sort: 'fault', detail, run: () => cause(name, node) }
  })
}

function cause(name: string, node: string): void {
  applyEdit((scenario) => {
    const offers = faultOffers(scenario, here(scenario))
    const now = offers.find(
      (offer): offer is FaultOffer & { ok: true } => offer.ok && offer.name === name && offer.node === node,
    )
    return now === undefined ? scenario : now.cause(scenario)
  })
  say(`${name}: ${node}. It stands on the timeline.`)
}

function here({ nodes }: Scenario): AtPlayhead {
  const gauges = readGauges()
  return {
    micros: playheadMicros(),
    made: (id) => gauges.value(id, 'arrivalsTotal'),
    openShards: (id) => {
      const stream = nodes.find((node) => node.id === id)
      return stream?.kind === 'stream' ? openShards(gauges, stream) : []
    },
  }
}
