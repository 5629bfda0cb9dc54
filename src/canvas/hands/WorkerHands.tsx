import type { ApplicationNode, PoolNode } from '../../scenario/scenario.ts'
import { useGauges, useView } from '../../state/index.ts'
import type { Placed } from '../geometry.ts'
import type { Box } from '../measures.ts'
import { deadWorkers } from '../playheadValues.ts'
import type { ApplicationGeometry, PoolGeometry } from '../readerGeometry.ts'
import { useIsCurrent } from '../roving.ts'
import { useScene } from '../sceneContext.ts'
import { gripOf } from './grip.ts'
import { useHand } from './useHand.ts'

/** Each worker of a pool is a handle: a click ends it, another starts it again. */
export function PoolHands({ part }: { part: Placed<PoolNode, PoolGeometry> }) {
  return <Workers node={part.node} x={part.x} y={part.y} places={part.geometry.rows} across={part.geometry.width} />
}

export function ApplicationHands({ part }: { part: Placed<ApplicationNode, ApplicationGeometry> }) {
  return <Workers node={part.node} x={part.x} y={part.y} places={part.geometry.workers} across={part.geometry.width} />
}

type Props = { node: PoolNode | ApplicationNode; x: number; y: number; places: readonly Box[]; across: number }

/** Handles of a selected node alone: whoever clicks a node to see its numbers kills nobody. */
function Workers({ node, x, y, places, across }: Props) {
  const { scenario } = useScene()
  const isCurrent = useIsCurrent(node.id)
  const isSelected = useView((view) => view.selectedId === node.id)
  const dead = useGauges((g) => deadWorkers(scenario, node.id, g.nowMicros))
  const { does } = useHand(node.id)
  if (!isCurrent && !isSelected) return null
  return places.map((whole, worker) => {
    const place = gripOf(whole, across)
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
          // Of a double click only the first counts.
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
