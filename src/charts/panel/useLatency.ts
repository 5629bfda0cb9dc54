import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../protocol/inquiry.ts'
import { scenarioStore } from '../../state/index.ts'
import { ask, type Inquiry } from '../../state/inquiry.ts'

export type LatencyAnswer = Extract<Answer, { kind: 'latency' }>
type Asked = { answer: Answer; untilMicros: number } | 'asking' | null

/** Measures a consumer's latency by playing the run once more beside the one that is shown; one question at a time. */
export function useLatency(consumer: string, durationMicros: number) {
  const [asked, setAsked] = useState<Asked>(null)
  const [share, setShare] = useState(0)
  const present = useRef<Inquiry | null>(null)
  const cancel = useCallback(() => {
    present.current?.cancel()
    present.current = null
    setAsked(null)
  }, [])
  const measure = useCallback(
    (untilMicros: number) => {
      present.current?.cancel()
      const stepMicros = windowOf(durationMicros)
      const question = { kind: 'latency', consumer, untilMicros, stepMicros } as const
      const inquiry: Inquiry = ask(scenarioStore.getState().scenario, question, undefined, (told) => {
        if (present.current === inquiry) setShare(told)
      })
      present.current = inquiry
      setAsked('asking')
      setShare(0)
      void inquiry.answer.then((answer) => {
        if (present.current === inquiry) setAsked({ answer, untilMicros })
      })
    },
    [consumer, durationMicros],
  )
  useEffect(() => () => present.current?.cancel(), [])
  return { asked, share, measure, cancel }
}

const WINDOWS = 60
/** Round widths, in seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]

/** At most sixty windows over the run, of a round width of a second at least. */
export function windowOf(durationMicros: number): number {
  const least = durationMicros / WINDOWS
  return (WIDTHS.find((seconds) => seconds * 1e6 >= least) ?? Math.ceil(least / 1e6)) * 1e6
}
