import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Question } from '../../protocol/inquiry.ts'
import { scenarioStore } from '../../state/index.ts'
import { ask, type Inquiry } from '../../state/inquiry.ts'

export type Asking = {
  /** null: nothing was asked, or it was cancelled. */
  answer: Answer | 'asking' | null
  /** How much of the run has been played for it, 0 to 1. */
  share: number
  put: (question: Question) => void
  cancel: () => void
}

/** One question at a time about the run of the present document; a new one takes the place of the last. */
export function useAnswer(): Asking {
  const [answer, setAnswer] = useState<Answer | 'asking' | null>(null)
  const [share, setShare] = useState(0)
  const present = useRef<Inquiry | null>(null)
  useEffect(() => () => present.current?.cancel(), [])
  const cancel = useCallback(() => {
    present.current?.cancel()
    present.current = null
    setAnswer(null)
  }, [])
  const put = useCallback((question: Question) => {
    present.current?.cancel()
    const inquiry: Inquiry = ask(scenarioStore.getState().scenario, question, undefined, (told) => {
      if (present.current === inquiry) setShare(told)
    })
    present.current = inquiry
    setAnswer('asking')
    setShare(0)
    void inquiry.answer.then((said) => {
      if (present.current === inquiry) setAnswer(said)
    })
  }, [])
  return { answer, share, put, cancel }
}
