import { answerOf, momentsOf, type Prediction } from '../scenario/index.ts'
import { requestSeries } from '../state/index.ts'

/** What this run says to a guess: NaN when it did not come to that, null when it is not known yet (the run was taken back meanwhile). */
export async function answerOfRun(prediction: Prediction): Promise<number | null> {
  const { node, gauge, row } = prediction
  const { fromMicros, stepMicros, count } = momentsOf(prediction)
  const of = { nodeId: node, name: gauge, ...(row === undefined ? {} : { row }) }
  const read = answerOf(prediction, await requestSeries([of], fromMicros, stepMicros, count))
  return prediction.meant === 'when' || !Number.isNaN(read) ? read : null
}

/** A number in the unit in which it was asked for. */
export function numberText(value: number, { unit, step }: Prediction): string {
  const digits = step >= 1 ? 0 : 1
  const text = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === '' ? text : `${text} ${unit}`
}
