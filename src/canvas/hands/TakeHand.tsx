import { useState } from 'react'
import type { FifoQueueNode, KinesisQueueNode, QueueNode, StreamNode } from '../../scenario/scenario.ts'
import { duration } from '../readouts.ts'
import { useIsCurrent } from '../roving.ts'
import { useHand } from './useHand.ts'

type Props = { node: QueueNode | FifoQueueNode | KinesisQueueNode | StreamNode; x: number; y: number }

/** One message is received by hand: it is hidden, nobody works on it, and it comes back unless it is deleted. Of a stream nothing can be taken. */
export function TakeHand({ node, x, y }: Props) {
  const tabIndex = useIsCurrent(node.id) ? 0 : -1
  const [tried, setTried] = useState(false)
  const taking = useHand(node.id)
  const deleting = useHand(node.id)
  const isHeld = taking.answer === 'done' && deleting.answer !== 'done'
  const said =
    node.kind === 'stream'
      ? tried && 'No call takes a record out of a stream: it stays until it expires, and only readers move.'
      : (deleting.refusal ??
        taking.refusal ??
        ((taking.isSaid || deleting.isSaid) && textOf(taking.answer, deleting.answer, node)))
  return (
    <>
      <span className="hand-row" style={{ right: -x, top: y }}>
        {isHeld && (
          <button
            type="button"
            className="hand-button"
            tabIndex={tabIndex}
            aria-label={`Delete the message taken from ${node.name}`}
            onClick={() => deleting.does({ action: 'deleteOne' })}
          >
            Delete it
          </button>
        )}
        <button
          type="button"
          className="hand-button"
          tabIndex={tabIndex}
          aria-label={`Take one out of ${node.name}`}
          onBlur={() => setTried(false)}
          onClick={() => {
            if (node.kind === 'stream') setTried(true)
            else taking.does({ action: 'receiveOne' })
          }}
        >
          Take one
        </button>
      </span>
      {said && (
        <p className="hand-label is-right" style={{ right: -x, top: y + 28 }} role="status">
          {said}
        </p>
      )}
    </>
  )
}

function textOf(taken: string, deleted: string, node: QueueNode | FifoQueueNode | KinesisQueueNode): string {
  if (taken === 'noMessage') return 'Nothing there to receive.'
  if (taken !== 'done') return ''
  if (deleted === 'done') return node.kind === 'kinesisQueue' ? 'Acknowledged; in the stream it stays.' : 'Deleted.'
  return `Received by hand and hidden for ${duration(node.visibilityTimeoutSeconds)}. Nobody works on it: then it comes back.`
}
