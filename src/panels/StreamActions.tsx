import { stepRefusal } from '../scenario/index.ts'
import type { StreamNode } from '../scenario/scenario.ts'
import { act, useGauges, useScenario } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { openShards } from './openShards.ts'

/** More buttons than these would be a wall. */
const SHOWN_SHARDS = 4
const HOURS = [24, 48, 168]

/** KIN4, KIN6.01: what may be done to a stream's shards and how long it keeps records. AWS may refuse it; then it says why. */
export function StreamActions({ node }: { node: StreamNode }) {
  const open = useGauges((g) => openShards(g, node))
  const shown = open.slice(0, SHOWN_SHARDS)
  return (
    <>
      <fieldset className="action-row">
        <legend>
          Split into halves{open.length > shown.length && `, the first ${shown.length} of ${open.length}`}
        </legend>
        {shown.map((shard) => (
          <Button
            key={shard}
            onClick={() => act(node.id, { action: 'splitShard', shard, startingHashKey: '' })}
            aria-label={`Split shard ${shard + 1}`}
          >
            {shard + 1}
          </Button>
        ))}
      </fieldset>
      {shown.length > 1 && (
        <fieldset className="action-row">
          <legend>Merge</legend>
          {shown.slice(1).map((adjacent, i) => (
            <Button
              key={adjacent}
              onClick={() => act(node.id, { action: 'mergeShards', shard: shown[i] ?? 0, adjacent })}
              aria-label={`Merge shards ${(shown[i] ?? 0) + 1} + ${adjacent + 1}`}
            >
              {(shown[i] ?? 0) + 1} + {adjacent + 1}
            </Button>
          ))}
        </fieldset>
      )}
      <fieldset className="action-row">
        <legend>Number of shards</legend>
        <Button onClick={() => act(node.id, { action: 'updateShardCount', target: open.length * 2 })}>
          {open.length * 2}
        </Button>
        {open.length > 1 && (
          <Button onClick={() => act(node.id, { action: 'updateShardCount', target: Math.ceil(open.length / 2) })}>
            {Math.ceil(open.length / 2)}
          </Button>
        )}
      </fieldset>
      <fieldset className="action-row">
        <legend>Keep for</legend>
        {HOURS.map((hours) => (
          <Button key={hours} onClick={() => act(node.id, { action: 'setRetention', hours })}>
            {hours} h
          </Button>
        ))}
      </fieldset>
      <LastRefusal nodeId={node.id} />
    </>
  )
}

/** What AWS says to the last thing that was done to this stream up to now. */
function LastRefusal({ nodeId }: { nodeId: string }) {
  const interventions = useScenario((state) => state.scenario.interventions)
  const answer = useGauges((g) => {
    const last = interventions.findLastIndex(({ node, at }) => node === nodeId && at <= g.nowMicros)
    return last < 0 ? '' : g.answer(last)
  })
  const refusal = stepRefusal(answer)
  if (refusal === null) return null
  return (
    <p className="action-refusal" role="status">
      <b>Refused:</b> {refusal.text}
      {refusal.factId !== null && ` (${refusal.factId})`}.
    </p>
  )
}
