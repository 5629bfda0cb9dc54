import type { PlainNode } from '../../scenario/plainKinds.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { useGauges } from '../../state/index.ts'
import { useIsCurrent } from '../roving.ts'
import { useScene } from '../sceneContext.ts'
import { useHand } from './useHand.ts'

/** Kinds that are stopped and started as one, and have no worker to be clicked. */
export const STOPPED_WHOLE: readonly PlainNode['kind'][] = ['lambda', 'downstream', 'aggregator']

/** Whether what was done last to it stopped it. */
const isDown = ({ interventions }: Scenario, id: string, down: 'pause' | 'crash', nowMicros: number) =>
  interventions.findLast((step) => step.node === id && step.at <= nowMicros && 'worker' in step)?.action === down

/** Stops a function, a system downstream or an aggregator, and starts it again. A function is throttled: what runs goes on. */
export function StopHand({ node, x, y }: { node: PlainNode; x: number; y: number }) {
  const { scenario } = useScene()
  const tabIndex = useIsCurrent(node.id) ? 0 : -1
  const { does } = useHand(node.id)
  const isFunction = node.kind === 'lambda'
  const down = isFunction ? 'pause' : 'crash'
  const isStopped = useGauges((g) => isDown(scenario, node.id, down, g.nowMicros))
  const words = isFunction ? ['Throttle', 'Let run'] : ['Kill', 'Start']
  const word = words[isStopped ? 1 : 0] ?? ''
  const up = isFunction ? 'resume' : 'start'
  return (
    <button
      type="button"
      className="hand-button"
      style={{ right: -x, top: y }}
      tabIndex={tabIndex}
      aria-label={isFunction && isStopped ? `Let ${node.name} run` : `${word} ${node.name}`}
      onClick={() => does({ action: isStopped ? up : down, worker: 0 })}
    >
      {word.toLowerCase()}
    </button>
  )
}
