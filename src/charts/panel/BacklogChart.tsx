import { useMemo } from 'react'
import { useGauges } from '../../state/index.ts'
import { useHistory } from '../useHistory.ts'
import { backlogView } from './backlogView.ts'
import { flowAt, gaugesOfWaiting, LOOK_BACK_MICROS, waitingOf } from './flowAt.ts'
import { estimatesOf } from './forecastWords.ts'
import { type ChartProps, EVERY_BIN } from './GaugeChart.tsx'
import { ViewCard } from './ViewCard.tsx'

/** What waits, how it goes on at the present pace, and what comes of that. */
export function BacklogChart({ node, scenario, durationMicros, onRemove }: Omit<ChartProps<unknown>, 'chosen'>) {
  const waiting = useMemo(() => waitingOf(scenario, node), [scenario, node])
  const gauges = useMemo(() => (waiting === null ? [] : gaugesOfWaiting(waiting)), [waiting])
  const history = useHistory(gauges, durationMicros, EVERY_BIN)
  const now = useGauges((reader) => reader.nowMicros)
  const title = `${node.name}: backlog and forecast`
  const flow = waiting && history && flowAt(scenario, node, waiting, history, now)
  const unit = waiting?.store.kind === 'stream' ? 'records' : 'messages'
  const view = waiting && history && backlogView(title, waiting, history, flow, now, unit)
  return (
    <ViewCard
      view={view}
      title={title}
      durationMicros={durationMicros}
      onRemove={onRemove}
      foot={
        <>
          {flow === null ? (
            <p className="quiet bench-note">
              {waiting === null
                ? 'It reads nothing yet.'
                : `An estimate needs ${LOOK_BACK_MICROS / 1e6} seconds of the run before the playhead.`}
            </p>
          ) : (
            <dl className="bench-estimates" aria-label={`Estimates for ${node.name}`}>
              {estimatesOf(flow).map(({ what, when, formula }) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    <b>{when}</b> <span>{formula}</span>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <p className="bench-metric">
            Estimates from the playhead, if all goes on as in the {LOOK_BACK_MICROS / 1e6} s before it. CloudWatch:{' '}
            {unit === 'records' ? 'none; its iterator age says how old, not how many.' : <QueueMetrics />}
          </p>
        </>
      }
    />
  )
}

const QueueMetrics = () => (
  <>
    <b>ApproximateNumberOfMessagesVisible</b>, <b>ApproximateNumberOfMessagesNotVisible</b> and{' '}
    <b>ApproximateNumberOfMessagesDelayed</b> (AWS/SQS), added
  </>
)
