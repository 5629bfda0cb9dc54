import { problems } from '../scenario/index.ts'
import { useScenario } from '../state/index.ts'

/** What stands in the way of this node, or of the scene, in one sentence each. */
export function Problems({ nodeId }: { nodeId?: string }) {
  const scenario = useScenario((state) => state.scenario)
  const shown = problems(scenario).filter((problem) => nodeId === undefined || problem.nodeId === nodeId)
  if (shown.length === 0) return null
  return (
    <ul className="problems" aria-label="What to look at">
      {shown.map((problem) => (
        <li key={problem.text}>{problem.text}</li>
      ))}
    </ul>
  )
}
