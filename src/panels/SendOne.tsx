import { act, useScenario } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'

/** Above this rate one record more cannot be told from the others. */
const COUNTABLE_PER_SECOND = 12

/** A button for each producer whose records can be counted by eye: the learner causes the event. */
export function SendOne() {
  const nodes = useScenario((state) => state.scenario.nodes)
  const producers = nodes.filter((node) => node.kind === 'producer' && node.rate <= COUNTABLE_PER_SECOND)
  if (producers.length === 0) return null
  return (
    <div className="send-one">
      {producers.map((node) => (
        <Button key={node.id} primary onClick={() => act(node.id, { action: 'sendOne' })}>
          {producers.length === 1 ? 'Send one' : `Send one from ${node.name}`}
        </Button>
      ))}
    </div>
  )
}
