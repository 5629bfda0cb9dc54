import { lazy, Suspense } from 'react'
import type { KindHelp } from '../scenario/help/fieldHelp.ts'
import { fieldsOf } from '../scenario/index.ts'
import type { NodeKind, ScenarioNode } from '../scenario/scenario.ts'
import { useGauges, useScenario, useView, viewStore } from '../state/index.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { icons } from '../ui/icons.tsx'
import { capacityTick } from './capacity.ts'
import { FieldControl } from './FieldControl.tsx'
import { kindText } from './kindText.ts'
import { LinkFilters } from './LinkFilters.tsx'
import { NodeActions } from './NodeActions.tsx'
import { NodeGauges } from './NodeGauges.tsx'
import { shardCount } from './openShards.ts'
import { Problems } from './Problems.tsx'
import { useFieldHelp } from './useFieldHelp.ts'
import { WhyRefused } from './WhyRefused.tsx'

const ApiConsole = lazy(() => import('./console/ApiConsole.tsx'))

/** Kinds that refuse, or whose calls are refused, and where that can be explained. */
const EXPLAINED: readonly NodeKind[] = ['stream', 'queue', 'fifoQueue', 'topic', 'monolith', 'application', 'lambda']

export function NodeInspector({ node }: { node: ScenarioNode }) {
  const scenario = useScenario((state) => state.scenario)
  const help = useFieldHelp(node.kind)
  const shards = useGauges((reader) => shardCount(reader, node))
  return (
    <>
      <div className="inspector-head">
        <div>
          <h2>{node.name}</h2>
          <p className="inspector-kind">{kindText(node, shards)}</p>
        </div>
        <IconButton label="Back to the scene" onClick={() => viewStore.getState().select(null)}>
          {icons.close}
        </IconButton>
      </div>
      <Problems nodeId={node.id} />
      {fieldsOf(node.kind)
        .filter((field) => help?.[field.name]?.basic)
        .map((field) => (
          <FieldControl
            key={field.name}
            node={node}
            field={field}
            capacity={capacityTick(scenario, node, field.name)}
          />
        ))}
      {(node.kind === 'topic' || node.kind === 'producer') && <LinkFilters node={node} />}
      <NodeActions node={node} />
      <NodeGauges node={node} />
      <Console node={node} />
      {EXPLAINED.includes(node.kind) && <WhyRefused node={node} />}
      {help !== null && <AllParameters node={node} help={help} />}
    </>
  )
}

/** Single calls to a stream or queue, loaded when somebody wants to make one. */
function Console({ node }: { node: ScenarioNode }) {
  const isOpen = useView((view) => view.consoleId === node.id)
  if (node.kind !== 'stream' && node.kind !== 'queue' && node.kind !== 'fifoQueue' && node.kind !== 'kinesisQueue')
    return null
  return (
    <section className="inspector-console" aria-label="API console">
      <Button aria-expanded={isOpen} onClick={() => viewStore.setState({ consoleId: isOpen ? undefined : node.id })}>
        API console
      </Button>
      <Suspense fallback={null}>{isOpen && <ApiConsole node={node} />}</Suspense>
    </section>
  )
}

function AllParameters({ node, help }: { node: ScenarioNode; help: KindHelp }) {
  const rest = fieldsOf(node.kind).filter((field) => !help[field.name]?.basic)
  if (rest.length === 0) return null
  const groups = [...new Set(rest.map((field) => help[field.name]?.group))]
  return (
    <section className="inspector-all">
      <Disclosure summary="All parameters" aside={`${rest.length} more`}>
        {groups.map((group) => (
          <div key={group} className="inspector-group">
            <h3>{group}</h3>
            {rest
              .filter((field) => help[field.name]?.group === group)
              .map((field) => (
                <FieldControl key={field.name} node={node} field={field} resettable />
              ))}
          </div>
        ))}
      </Disclosure>
    </section>
  )
}
