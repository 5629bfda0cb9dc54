import { useEffect, useState } from 'react'
import { problems } from '../scenario/index.ts'
import type { fixOf } from '../scenario/problems/fixes.ts'
import type { Problem } from '../scenario/problems.ts'
import { applyEdit, useScenario, useView, viewStore } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'

/** What stands in the way of this node, or of the scene, in one sentence each, with the way there and what mends it. */
export function Problems({ nodeId }: { nodeId?: string }) {
  const scenario = useScenario((state) => state.scenario)
  // Whoever looks for the fault is not told it.
  const isSought = useView((view) => view.course?.id.startsWith('fault-') ?? false)
  const shown = isSought
    ? []
    : problems(scenario).filter((problem) => nodeId === undefined || problem.nodeId === nodeId)
  const fixes = useFixes(shown.length > 0)
  if (shown.length === 0) return null
  return (
    <ul className="problems" aria-label="What to look at">
      {shown.map((problem) => {
        const fix = fixes?.(scenario, problem) ?? null
        return (
          <li key={`${problem.nodeId} ${problem.text}`}>
            {nodeId === undefined ? (
              <button type="button" className="problem-way" onClick={() => goTo(problem)}>
                {problem.text}
              </button>
            ) : (
              problem.text
            )}
            {fix !== null && (
              <Button className="problem-fix" onClick={() => applyEdit(() => fix.scenario)}>
                {fix.label}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Trying values out is not needed for the first picture of a panel. */
function useFixes(wanted: boolean): typeof fixOf | null {
  const [found, setFound] = useState<{ fixOf: typeof fixOf } | null>(null)
  useEffect(() => {
    if (!wanted) return
    // Without them the sentences still say what to do.
    import('../scenario/problems/fixes.ts').then(setFound, () => {})
  }, [wanted])
  return found?.fixOf ?? null
}

function goTo({ nodeId }: Problem): void {
  viewStore.getState().select(nodeId)
  void import('../state/workbench/stageDoor.ts').then(({ stage }) => {
    stage()?.show(nodeId)
    stage()?.focus(nodeId)
  })
}
