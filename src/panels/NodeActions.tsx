import type {
  ApplicationNode,
  ArchiveNode,
  PoolNode,
  QueueNode,
  ScenarioNode,
  TopicNode,
} from '../scenario/scenario.ts'
import { act, useGauges, useScenario } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { deadWorkers } from './deadWorkers.ts'

/** What a person may do to a node at this moment; each of these becomes part of the scene. */
export function NodeActions({ node }: { node: ScenarioNode }) {
  if (node.kind === 'stream') return null
  return (
    <section className="inspector-actions" aria-label="Do now">
      {node.kind === 'producer' && <Button onClick={() => act(node.id, { action: 'sendOne' })}>Send one</Button>}
      {node.kind === 'topic' && <Delivery node={node} />}
      {node.kind === 'queue' && <Button onClick={() => act(node.id, { action: 'purge' })}>Purge the queue</Button>}
      {node.kind === 'queue' && <Redrive node={node} />}
      {node.kind === 'archive' && <Replay node={node} />}
      {node.kind === 'application' && <GoTo node={node} />}
      {(node.kind === 'application' || node.kind === 'pool') && <Workers node={node} />}
    </section>
  )
}

function GoTo({ node }: { node: ApplicationNode }) {
  return (
    <fieldset className="action-row">
      <legend>Go to</legend>
      <Button onClick={() => act(node.id, { action: 'goTo', to: 'TRIM_HORIZON' })}>Oldest</Button>
      <Button onClick={() => act(node.id, { action: 'goTo', to: 10 })}>10 s back</Button>
      <Button onClick={() => act(node.id, { action: 'goTo', to: 'LATEST' })}>Newest</Button>
    </fieldset>
  )
}

/** SQS.16: for a queue that takes another one's dead letters. */
function Redrive({ node }: { node: QueueNode }) {
  const isDeadLetterQueue = useScenario(({ scenario: { nodes, links } }) =>
    links.some(({ from, to }) => to === node.id && nodes.some(({ id, kind }) => id === from && kind === 'queue')),
  )
  return isDeadLetterQueue ? (
    <Button onClick={() => act(node.id, { action: 'redrive' })}>Move its messages back</Button>
  ) : null
}

function Replay({ node }: { node: ArchiveNode }) {
  return (
    <fieldset className="action-row">
      <legend>Send again</legend>
      <Button onClick={() => act(node.id, { action: 'goTo', to: 'TRIM_HORIZON' })}>All</Button>
      <Button onClick={() => act(node.id, { action: 'goTo', to: 60 })}>The last minute</Button>
    </fieldset>
  )
}

/** SNS.07: while the way to the queues is cut, copies wait and are tried again. */
function Delivery({ node }: { node: TopicNode }) {
  const interventions = useScenario((state) => state.scenario.interventions)
  const isCut = useGauges((reader) => deadWorkers(interventions, node.id, reader.nowMicros).length > 0)
  return (
    <Button onClick={() => act(node.id, { action: isCut ? 'start' : 'crash', worker: 0 })}>
      {isCut ? 'Mend the way to the queues' : 'Cut the way to the queues'}
    </Button>
  )
}

/** More buttons than these would be a wall. */
const SHOWN_WORKERS = 6

function Workers({ node }: { node: ApplicationNode | PoolNode }) {
  const interventions = useScenario((state) => state.scenario.interventions)
  const dead = useGauges((reader) => deadWorkers(interventions, node.id, reader.nowMicros))
  const shown = Array.from({ length: Math.min(node.workers, SHOWN_WORKERS) }, (_, worker) => worker)
  return (
    <fieldset className="action-row">
      <legend>
        {node.workers > SHOWN_WORKERS ? `The first ${SHOWN_WORKERS} of ${node.workers} workers` : 'Workers'}
      </legend>
      {shown.map((worker) => (
        <Button
          key={worker}
          onClick={() => act(node.id, { action: dead.includes(worker) ? 'start' : 'crash', worker })}
        >
          {dead.includes(worker) ? 'Start' : 'Crash'} {worker + 1}
        </Button>
      ))}
    </fieldset>
  )
}
