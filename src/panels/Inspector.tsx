import { lazy, Suspense } from 'react'
import { useScenario, useView } from '../state/index.ts'
import { NodeInspector } from './NodeInspector.tsx'
import { SceneInspector } from './SceneInspector.tsx'
import './inspector.css'

const Biography = lazy(() => import('./inquiry/Biography.tsx'))
const SelectionInspector = lazy(() => import('./SelectionInspector.tsx'))

/** Everything about the selected node; without one, everything about the scene. */
export default function Inspector() {
  const selectedId = useView((view) => view.selectedId)
  const tells = useView((view) => view.biography !== null)
  const several = useView((view) => view.alsoSelected.length > 0)
  const node = useScenario((state) => state.scenario.nodes.find((other) => other.id === selectedId))
  return (
    <aside className="right" id="inspector" aria-label="Inspector" tabIndex={-1}>
      <div className="inspector">
        {tells ? (
          <Suspense fallback={null}>
            <Biography />
          </Suspense>
        ) : several ? (
          <Suspense fallback={null}>
            <SelectionInspector />
          </Suspense>
        ) : node === undefined ? (
          <SceneInspector />
        ) : (
          <NodeInspector key={node.id} node={node} />
        )}
      </div>
    </aside>
  )
}
