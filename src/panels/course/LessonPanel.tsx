import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { Lesson } from '../../scenario/course/lesson.ts'
import { goneOn, keepProgress, keptProgress } from '../../state/course/keptLessons.ts'
import { useScenario, viewStore } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { SceneControl } from '../BriefPanel.tsx'
import { LinkedWords } from '../glossary/LinkedWords.tsx'
import { goToStep } from './openStep.ts'
import { StepMarks } from './StepMarks.tsx'
import { useLooks } from './useLooks.ts'
import { useStepKeys } from './useStepKeys.ts'
import { useDone, useVerdict } from './useVerdict.ts'

const Predict = lazy(() => import('../Predict.tsx'))
const SketchFirst = lazy(() => import('./SketchFirst.tsx'))
const HINT_AFTER_MS = 20_000
const leave = () => viewStore.setState({ course: undefined })

/** A lesson at one step: what it says, what is to be done, and what the learner's own run says to that. */
export function LessonPanel({ lesson, number }: { lesson: Lesson; number: number }) {
  const go = useCallback((step: number) => goToStep(lesson, step), [lesson])
  const typed = useStepKeys(go)
  // The marks read what is kept.
  const [, setDone] = useState(0)
  const onDone = useCallback(() => setDone((count) => count + 1), [])
  // A step begins anew with each opening of its document.
  const opened = useScenario((state) => state.opened)
  const [isOpen, setOpen] = useState(false)
  const isLast = number === lesson.steps.length
  const next = () => {
    if (isOpen) keepProgress(lesson.id, goneOn(keptProgress(lesson.id), number, false))
    if (isLast) leave()
    else go(number + 1)
  }
  return (
    <div className="brief course lesson">
      <div className="course-head">
        <span>{lesson.title}</span>
        <IconButton label="Leave the lesson" onClick={leave}>
          {icons.close}
        </IconButton>
      </div>
      <p className="course-place" aria-live="polite">
        {typed === null ? `${number} of ${lesson.steps.length}` : `Go to step ${typed}…`}
      </p>
      <StepMarks lesson={lesson} number={number} />
      <Step key={`${number} ${opened}`} lesson={lesson} number={number} onDone={onDone} onOpen={setOpen} />
      {/* They outlive the step, so that the keyboard stays on them from step to step. */}
      <div className="course-turn">
        <Button disabled={number === 1} onClick={() => go(number - 1)}>
          Back
        </Button>
        <Button primary={!isOpen} onClick={next}>
          {isLast ? 'Finish' : isOpen ? 'Skip this step' : 'Next'}
        </Button>
      </div>
    </div>
  )
}

type StepProps = {
  lesson: Lesson
  number: number
  onDone: () => void
  /** Whether there is something left to do in it. */
  onOpen: (isOpen: boolean) => void
}

function Step({ lesson, number, onDone, onOpen }: StepProps) {
  const step = lesson.steps[number - 1]
  const key = `${lesson.id}/${number}`
  const verdict = useVerdict(step?.check, key)
  const wasDone = keptProgress(lesson.id).done.includes(number)
  const isDone = useDone(verdict) || wasDone
  const [hinted, setHinted] = useState(false)
  useLooks(step?.look ?? [])
  useEffect(() => {
    const timer = setTimeout(() => setHinted(true), HINT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (!isDone) return
    keepProgress(lesson.id, goneOn(keptProgress(lesson.id), number, true))
    onDone()
  }, [isDone, lesson, number, onDone])
  const isOpen = step?.check !== undefined && !isDone
  useLayoutEffect(() => onOpen(isOpen), [isOpen, onOpen])
  if (step === undefined) return null
  return (
    <div className="course-body">
      <p className="say course-says">
        <LinkedWords text={step.says} />
      </p>
      {step.asks !== undefined && (
        <p className="course-asks">
          <LinkedWords text={step.asks} before={[step.says]} />
        </p>
      )}
      {step.predict !== undefined && (
        <Suspense fallback={null}>
          <Predict sceneId={key} prediction={step.predict} />
        </Suspense>
      )}
      {step.sketch !== undefined && (
        <Suspense fallback={null}>
          <SketchFirst sketch={step.sketch} place={key} />
        </Suspense>
      )}
      {step.check !== undefined && (
        <div className="course-check" data-done={isDone || undefined}>
          <p role="status">{isDone ? 'Done' : 'Not yet'}</p>
          <p>{verdict.reads}</p>
        </div>
      )}
      {step.hint !== undefined && isOpen && hinted && <p className="course-hint">{step.hint}</p>}
      <SceneControl helpAfter={atOnce} />
    </div>
  )
}

const atOnce = () => Promise.resolve()
