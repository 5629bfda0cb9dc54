// A question that is asked before a run. Its right answer is never written down: it is read from the run.

export type Prediction = {
  question: string
  /** Where the answer is read: a number of a node, or of one of its rows (a shard, a link, a worker). */
  node: string
  gauge: string
  row?: number
  /** The moment at which it is read. */
  atSeconds: number
  /** Then the change since this moment is meant. */
  fromSeconds?: number
  /** perSecond: that change a second; when: the first second at which the number reaches `reaches`. */
  meant?: 'value' | 'perSecond' | 'when'
  reaches?: number
  /** The answer is the number times this: 0.000001 makes seconds of microseconds. */
  times?: number
  /** Of the answer, as it is said behind the number. */
  unit: string
  /** What can be said. */
  from: number
  to: number
  step: number
  /** In words instead of a number: each stands for the answers from `from` to just below `to`. */
  choices?: { text: string; from: number; to: number }[]
}

const WHEN_POINTS = 600

/** The moments of the run at which the number is wanted. */
export function momentsOf({ meant, atSeconds, fromSeconds }: Prediction): {
  fromMicros: number
  stepMicros: number
  count: number
} {
  const at = Math.round(atSeconds * 1e6)
  if (meant === 'when') return { fromMicros: 0, stepMicros: Math.round(at / WHEN_POINTS), count: WHEN_POINTS + 1 }
  const from = Math.round((fromSeconds ?? atSeconds) * 1e6)
  return { fromMicros: from, stepMicros: Math.max(1, at - from), count: fromSeconds === undefined ? 1 : 2 }
}

/** The right answer from the numbers at those moments; NaN where the run has not been or it never came to that. */
export function answerOf(prediction: Prediction, values: Float64Array): number {
  const { meant = 'value', times = 1, reaches = 0, atSeconds, fromSeconds } = prediction
  if (meant === 'when') {
    const first = values.findIndex((value) => value >= reaches)
    return first < 0 ? Number.NaN : (first * momentsOf(prediction).stepMicros) / 1e6
  }
  const last = values.at(-1) ?? Number.NaN
  if (fromSeconds === undefined) return last * times
  const change = (last - (values[0] ?? Number.NaN)) * times
  return meant === 'perSecond' ? change / (atSeconds - fromSeconds) : change
}

/** Near enough to be told so: within a tenth of the answer, or one step. */
export function isClose(prediction: Prediction, guess: number, answer: number): boolean {
  const chosen = prediction.choices?.[guess]
  if (prediction.choices !== undefined) return chosen !== undefined && answer >= chosen.from && answer < chosen.to
  return Math.abs(guess - answer) <= Math.max(Math.abs(answer) / 10, prediction.step)
}
