import type { ScenarioNode } from '../scenario/scenario.ts'
import { ApplicationGauges } from './ApplicationGauges.tsx'
import { PlainGauges } from './PlainGauges.tsx'
import { PoolGauges } from './PoolGauges.tsx'
import { ProducerGauges } from './ProducerGauges.tsx'
import { QueueGauges } from './QueueGauges.tsx'
import { StreamGauges } from './StreamGauges.tsx'

/** What the selected node does now, against its limits. */
export function NodeGauges({ node }: { node: ScenarioNode }) {
  switch (node.kind) {
    case 'producer':
      return <ProducerGauges node={node} />
    case 'stream':
      return <StreamGauges node={node} />
    case 'queue':
      return <QueueGauges node={node} />
    case 'application':
      return <ApplicationGauges node={node} />
    case 'pool':
      return <PoolGauges node={node} />
    case 'note':
      return null
    default:
      return <PlainGauges node={node} />
  }
}
