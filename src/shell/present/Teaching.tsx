import { useEffect, useRef } from 'react'
import { answerOfRun } from '../../panels/answerOfRun.ts'
import { type Show, useGauges, useScenario, useView } from '../../state/index.ts'
import { Strip } from './Strip.tsx'
import type { Talk } from './talk.ts'
import { beginPage, setAnswer } from './turn.ts'
import { useLine } from './useLine.ts'
import { useTalk } from './useTalk.ts'
import { WorkshopBar } from './WorkshopBar.tsx'

/** What a teacher needs above the picture. */
export default function Teaching() {
  const show = useView((view) => view.show)
  const workshop = useView((view) => view.workshop)
  return (
    <>
      {workshop !== undefined && <WorkshopBar workshop={workshop} />}
      {show !== undefined && <Audience show={show} />}
    </>
  )
}

/** The class's window: it holds the run and the place in the talk, and obeys both windows' keys. */
function Audience({ show }: { show: Show }) {
  const { talk, lesson } = useTalk()
  const opened = useScenario((state) => state.opened)
  const isStep = useView((view) => view.course !== undefined)
  useLine(show, talk, lesson)
  useAnswer(show, talk)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another page
  useEffect(() => beginPage({ isStep }), [opened, isStep])
  return <Strip talk={talk} show={show} />
}

/** Asked of the run once it has come so far and the answer is wanted. */
function useAnswer({ beat, answer }: Show, { predict }: Talk): void {
  const isReached = useGauges((gauges) => predict !== undefined && gauges.nowMicros >= predict.atSeconds * 1e6)
  const isWanted = beat === 'answer' && answer === null && isReached
  const latest = useRef(predict)
  latest.current = predict
  useEffect(() => {
    if (!isWanted || predict === undefined) return
    void answerOfRun(predict).then((read) => {
      if (read !== null && latest.current === predict) setAnswer(read)
    })
  }, [isWanted, predict])
}
