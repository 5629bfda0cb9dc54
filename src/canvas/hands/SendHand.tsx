import type { MonolithNode, ProducerNode, TopicNode } from '../../scenario/scenario.ts'
import { useIsCurrent } from '../roving.ts'
import { useHand } from './useHand.ts'

type Props = { node: ProducerNode | MonolithNode | TopicNode; x: number; y: number }

/** What is sent by hand to a node that makes nothing itself. */
const BY_HAND = { action: 'put', key: 'by hand', bytes: 1024 } as const

/** One more, beside the profile: from a producer by its own way, to others as a single call. */
export function SendHand({ node, x, y }: Props) {
  const tabIndex = useIsCurrent(node.id) ? 0 : -1
  const { does, refusal } = useHand(node.id)
  const isProducer = node.kind === 'producer'
  return (
    <>
      <button
        type="button"
        className="hand-button"
        style={{ right: -x, top: y }}
        tabIndex={tabIndex}
        aria-label={isProducer ? `Send one from ${node.name}` : `Send one to ${node.name}`}
        title={isProducer ? 'Send one' : 'Send it one'}
        onClick={() => does(isProducer ? { action: 'sendOne' } : BY_HAND)}
      >
        +1
      </button>
      {refusal !== null && (
        <p className="hand-label" style={{ left: x, top: y + 26 }} role="status">
          {refusal}
        </p>
      )}
    </>
  )
}
