import { useEffect } from 'react'
// For the sources of the limits of queues, topics and functions.
import '../../aws/otherLimits.ts'
import type { RefusalSeen } from '../../protocol/inquiry.ts'
import { formatQuantity, type Where, whereOf } from '../../scenario/index.ts'
import type { ScenarioNode } from '../../scenario/scenario.ts'
import { session, useScenario } from '../../state/index.ts'
import { clockText } from '../../ui/clockText.ts'
import { rateText } from '../../ui/rateText.ts'
import { SourceMark } from '../SourceMark.tsx'
import { amountText } from './bucketText.ts'
import './inquiry.css'
import { sourceOfRefusal } from './sourceOfRefusal.ts'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

const LOOK_BACK_MICROS = 10_000_000

/** Why a store refuses: each limit at the microsecond of its latest refusal before a moment. */
export default function Refusals({ node, untilMicros }: { node: ScenarioNode; untilMicros: number }) {
  const where = useScenario((state) => whereOf(state.scenario))
  const asking = useAnswer()
  const { answer, put } = asking
  useEffect(
    () =>
      put({ kind: 'refusals', store: node.id, fromMicros: Math.max(0, untilMicros - LOOK_BACK_MICROS), untilMicros }),
    [node.id, untilMicros, put],
  )
  return (
    <div className="inquiry">
      <Waiting asking={asking} />
      {answer !== null && answer !== 'asking' && answer.kind === 'refusals' && (
        <div role="status">
          {answer.refusals.length === 0 && <p className="quiet">Nothing was refused here in that time.</p>}
          {answer.refusals.map((refusal) => (
            <OneRefusal
              key={`${refusal.store} ${refusal.row} ${refusal.caller} ${refusal.factId} ${refusal.bucket?.unit}`}
              refusal={refusal}
              node={node}
              where={where}
            />
          ))}
        </div>
      )}
    </div>
  )
}

function OneRefusal({ refusal, node, where }: { refusal: RefusalSeen; node: ScenarioNode; where: Where }) {
  const { atMicros, store, row, factId, bucket, count } = refusal
  const names = useScenario((state) => new Map(state.scenario.nodes.map(({ id, name }) => [id, name])))
  const isStream = node.kind === 'stream' || store !== node.id
  const place = isStream ? `Shard ${row + 1}${store === node.id ? '' : ` of ${names.get(store)}`}` : node.name
  return (
    <article className="refusal">
      <h4>
        {place} refused {refusedWords(refusal, names)}
        <SourceMark factId={sourceOfRefusal(refusal)} of={`the limit of ${place}`} where={where} />
      </h4>
      <p>
        at{' '}
        <button type="button" className="text-button" onClick={() => session.seek(atMicros)}>
          {exactClock(atMicros)}
        </button>
        , the last of {count === 1 ? 'one refusal' : `${rateText(count)} refusals`} by this limit
      </p>
      {bucket !== null && <BucketDrawing bucket={bucket} />}
      {factId === 'KIN2.04' && (
        <p>A call returned the most that one call may, so for five seconds none is taken: a time decides, no bucket.</p>
      )}
      <LastSecond of={refusal} taken={node.kind === 'topic' ? 'published' : 'stored'} />
    </article>
  )
}

/** What was refused: a record by its key, a reader's call, an invocation. */
function refusedWords({ key, caller, store, bucket }: RefusalSeen, names: ReadonlyMap<string, string>): string {
  if (caller === '') return key
  // Of a FIFO queue (FIFO.02); its refused sends are told by their records.
  if (bucket?.unit === 'calls' && caller === store) return 'a call to receive or delete'
  return caller === store ? 'an invocation' : `a read of ${names.get(caller) ?? caller}`
}

/** The sum that the console would show, named so. */
function LastSecond({ of: { lastSecond, caller, bucket }, taken }: { of: RefusalSeen; taken: string }) {
  if (lastSecond === null) return null
  const { records, bytes, calls } = lastSecond
  const amount = formatQuantity(bytes, 'B')
  const sum =
    caller === ''
      ? `${rateText(records)} records (${amount}) were ${taken} here`
      : `${calls === 1 ? 'one read' : `${rateText(calls)} reads`} of this shard came through and returned ${amount}`
  return (
    <p className="quiet">
      In the second before, {sum}. That sum is not the rule: the {bucket === null ? 'time' : 'bucket'} is.
    </p>
  )
}

const exactClock = (micros: number) => `${clockText(micros)}${String(Math.round(micros % 100_000)).padStart(5, '0')}`

const WIDTH = 230

/** A bucket at one microsecond: what it holds when full, what is left, what was needed. */
function BucketDrawing({ bucket }: { bucket: NonNullable<RefusalSeen['bucket']> }) {
  const { capacity, left, needed, unit } = bucket
  const scale = WIDTH / Math.max(capacity, needed, 1)
  return (
    <figure className="bucket">
      <svg viewBox={`0 0 ${WIDTH + 2} 26`} aria-hidden="true">
        <rect x={1} y={1} width={capacity * scale} height={14} className="bucket-room" />
        <rect x={1} y={1} width={Math.max(0, left) * scale} height={14} className="bucket-left" />
        <path d={`M1 21H${Math.max(3, 1 + needed * scale)}`} className="bucket-needed" />
      </svg>
      <figcaption>
        <b>{amountText(left, unit)}</b> left of {amountText(capacity, unit)}; <b>{amountText(needed, unit)}</b> needed
      </figcaption>
    </figure>
  )
}
