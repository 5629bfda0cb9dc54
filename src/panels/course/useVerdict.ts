import { useCallback, useEffect, useState } from 'react'
import { judge, type Verdict } from '../../scenario/course/judge.ts'
import type { Check } from '../../scenario/course/lesson.ts'
import { useGauges, useScenario, useSession, useView } from '../../state/index.ts'
import { keptDrawn } from '../keptGuesses.ts'

const SETTLED_AFTER_MS = 2000
const NOTHING: Verdict = { done: false, reads: '' }

/** What the check says of the learner's document and run now. */
export function useVerdict(check: Check | undefined, guessKey: string): Verdict {
  const scenario = useScenario((state) => state.scenario)
  const selectedId = useView((view) => view.selectedId)
  return useGauges(
    useCallback(
      ({ nowMicros, value, rate }) =>
        check === undefined
          ? NOTHING
          : judge(check, {
              scenario,
              nowMicros,
              value,
              rate,
              selectedId,
              // Asked with each reading, and only a check for a guess looks into what the browser has kept.
              get guessed() {
                return keptDrawn(guessKey) !== null
              },
            }),
      [check, guessKey, scenario, selectedId],
    ),
  )
}

/** True from the first moment on at which the check held, until the next step. */
export function useDone({ done }: Verdict): boolean {
  const [was, setWas] = useState(false)
  // The numbers of the run before may still stand for a moment. Every check fails at the start of its step, so it has to be
  // seen open first; behind a link to a run in which it holds already, a while has to do.
  const [armed, setArmed] = useState(false)
  const { state } = useSession()
  const stands = state !== 'booting' && state !== 'seeking'
  useEffect(() => {
    if (!done) setArmed(true)
    if (done && armed) setWas(true)
    if (armed || !stands) return
    const timer = setTimeout(() => setArmed(true), SETTLED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [done, armed, stands])
  return was
}
