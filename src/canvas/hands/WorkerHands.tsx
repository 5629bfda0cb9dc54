import type { ApplicationNode, PoolNode } from '../../scenario/scenario.ts'
import { useGauges, useView } from '../../state/index.ts'
import type { Placed } from '../geometry.ts'
import type { Box } from '../measures.ts'
import { deadWorkers } from '../playheadValues.ts'
import type { ApplicationGeometry, PoolGeometry } from '../readerGeometry.ts'
import { useIsCurrent } from '../roving.ts'
import { useScene } from '../sceneContext.ts'
import { useHand } from './useHand.ts'

/** Each worker of a pool is a handle: a click ends it, another starts it again. */
export function PoolHands({ part }: { part: Placed<PoolNode, PoolGeometry> }) {
  return <Workers node={part.node} x={part.x} y={part.y} places={part.geometry.rows} />
}

export function ApplicationHands({ part }: { part: Placed<ApplicationNode, ApplicationGeometry> }) {
  return <Workers node={part.node} x={part.x} y={part.y} places={part.geometry.workers} />
}

type Props = { node: PoolNode | ApplicationNode; x: number; y: number; places: readonly Box[] }

/** Handles of a selected node alone: whoever clicks a node to see its numbers kills nobody. */
function Workers({ node, x, y, places }: Props) {
  const { scenario } = useScene()
  const isCurrent = useIsCurrent(node.id)
  const isSelected = useView((view) => view.selectedId === node.id)
  const dead = useGauges((g) => deadWorkers(scenario, node.id, g.nowMicros))
  const { does } = useHand(node.id)
  if (!isCurrent && !isSelected) return null
  return places.map((place, worker) => {
    const isDead = dead.includes(worker)
    return (
      <button
        key={`${place.x} ${place.y}`}
        type="button"
        className="hand-worker"
        data-passive={!isSelected}
        style={{ left: x + place.x, top: y + place.y, width: place.width, height: place.height }}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${isDead ? 'Start' : 'Kill'} worker ${worker + 1} of ${node.name}`}
        onClick={(event) => {
          // The second click of a double click renames the node.
          if (event.detail < 2) does({ action: isDead ? 'start' : 'crash', worker })
        }}
      >
        <span>
          {isDead ? 'start' : 'kill'} {worker + 1}
        </span>
      </button>
    )
  })
}
