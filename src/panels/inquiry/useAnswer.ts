import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Question } from '../../protocol/inquiry.ts'
import { scenarioStore } from '../../state/index.ts'
import { ask, type Inquiry } from '../../state/inquiry.ts'

export type Asking = {
  /** null: nothing was asked, or it was cancelled. */
  answer: Answer | 'asking' | null
  put: (question: Question) => void
  cancel: () => void
}

/** One question at a time about the run of the present document; a new one takes the place of the last. */
export function useAnswer(): Asking {
  const [answer, setAnswer] = useState<Answer | 'asking' | null>(null)
  const present = useRef<Inquiry | null>(null)
  useEffect(() => () => present.current?.cancel(), [])
  const cancel = useCallback(() => {
    present.current?.cancel()
    present.current = null
    setAnswer(null)
  }, [])
  const put = useCallback((question: Question) => {
    present.current?.cancel()
    const inquiry = ask(scenarioStore.getState().scenario, question)
    present.current = inquiry
    setAnswer('asking')
    void inquiry.answer.then((said) => {
      if (present.current === inquiry) setAnswer(said)
    })
  }, [])
  return { answer, put, cancel }
}
