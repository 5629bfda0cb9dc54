import type {
  ApplicationNode,
  ArchiveNode,
  FifoQueueNode,
  PoolNode,
  QueueNode,
  ScenarioNode,
  TopicNode,
} from '../scenario/scenario.ts'
import { act, useGauges, useScenario } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { axisTimeText } from '../ui/clockText.ts'
import { deadWorkers, stillWorkers } from './deadWorkers.ts'
import { StreamActions } from './StreamActions.tsx'

/** What a person may do to a node at this moment; each of these becomes part of the scene. */
export function NodeActions({ node }: { node: ScenarioNode }) {
  return (
    <section className="inspector-actions" aria-label="Do now">
      {node.kind === 'producer' && <Button onClick={() => act(node.id, { action: 'sendOne' })}>Send one</Button>}
      {(node.kind === 'monolith' || node.kind === 'topic') && (
        <Button onClick={() => act(node.id, { action: 'put', key: 'by hand', bytes: 1024 })}>Send it one</Button>
      )}
      {node.kind === 'stream' && <StreamActions node={node} />}
      {node.kind === 'topic' && <Delivery node={node} />}
      {node.kind === 'queue' && <Button onClick={() => act(node.id, { action: 'purge' })}>Purge the queue</Button>}
      {(node.kind === 'queue' || node.kind === 'fifoQueue') && <Redrive node={node} />}
      {node.kind === 'kinesisQueue' && (
        <Button onClick={() => act(node.id, { action: 'redrive' })}>Restore its dead letters</Button>
      )}
      {node.kind === 'archive' && <Replay node={node} />}
      {node.kind === 'application' && <GoTo node={node} />}
      {(node.kind === 'application' || node.kind === 'pool') && <Workers node={node} />}
      {node.kind === 'lambda' && <Throttle id={node.id} />}
      {(node.kind === 'downstream' || node.kind === 'monolith' || node.kind === 'aggregator') && (
        <UpOrDown id={node.id} />
      )}
    </section>
  )
}

/** Before an application has come it has no place that could be moved; the engine refuses that too. */
function GoTo({ node }: { node: ApplicationNode }) {
  const isAwaited = useGauges(({ nowMicros }) => nowMicros < node.startSeconds * 1e6)
  return (
    <fieldset className="action-row">
      <legend>Go to</legend>
      {isAwaited ? (
        <span className="quiet">Not before it comes, at {axisTimeText(node.startSeconds)}.</span>
      ) : (
        <>
          <Button onClick={() => act(node.id, { action: 'goTo', to: 'TRIM_HORIZON' })}>Oldest</Button>
          <Button onClick={() => act(node.id, { action: 'goTo', to: 10 })}>10 s back</Button>
          <Button onClick={() => act(node.id, { action: 'goTo', to: 'LATEST' })}>Newest</Button>
        </>
      )}
    </fieldset>
  )
}

/** SQS.16: for a queue that takes another one's dead letters. */
function Redrive({ node }: { node: QueueNode | FifoQueueNode }) {
  const isDeadLetterQueue = useScenario(({ scenario: { nodes, links } }) =>
    links.some(({ from, to }) => to === node.id && nodes.some(({ id, kind }) => id === from && kind === node.kind)),
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
  const still = useGauges((reader) => stillWorkers(interventions, node.id, reader.nowMicros))
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
      {shown
        .filter((worker) => !dead.includes(worker))
        .map((worker) => (
          <Button
            key={`still ${worker}`}
            onClick={() => act(node.id, { action: still.includes(worker) ? 'resume' : 'pause', worker })}
          >
            {still.includes(worker) ? 'Go on' : 'Pause'} {worker + 1}
          </Button>
        ))}
    </fieldset>
  )
}

/** LKI.07, LSQ.05: no invocation is let through, as with a reserved concurrency of 0. */
function Throttle({ id }: { id: string }) {
  const interventions = useScenario((state) => state.scenario.interventions)
  const isStill = useGauges((reader) => stillWorkers(interventions, id, reader.nowMicros).length > 0)
  return (
    <Button onClick={() => act(id, { action: isStill ? 'resume' : 'pause', worker: 0 })}>
      {isStill ? 'Let it run' : 'Throttle it'}
    </Button>
  )
}

function UpOrDown({ id }: { id: string }) {
  const interventions = useScenario((state) => state.scenario.interventions)
  const isDown = useGauges((reader) => deadWorkers(interventions, id, reader.nowMicros).length > 0)
  return (
    <Button onClick={() => act(id, { action: isDown ? 'start' : 'crash', worker: 0 })}>
      {isDown ? 'Bring it back' : 'Take it down'}
    </Button>
  )
}
