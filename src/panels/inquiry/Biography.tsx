import { useEffect, useRef } from 'react'
import { useGauges, useScenario, useView, viewStore } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { rateText } from '../../ui/rateText.ts'
import { FindRecord } from './FindRecord.tsx'
import './inquiry.css'
import { KeyAlone } from './KeyAlone.tsx'
import { LifeStory } from './LifeStory.tsx'
import { useAnswer } from './useAnswer.ts'
import { Waiting } from './Waiting.tsx'

/** A followed message is asked about anew when the run has come to the end of what is known, which is so much ahead. */
const AHEAD_MICROS = 120_000_000

const close = () => viewStore.setState({ biography: null })
const change = (changes: object) =>
  viewStore.setState(({ biography }) => ({ biography: biography && { ...biography, ...changes } }))

/** One message: what became of it, and the ways to stay with it and with its key. */
export default function Biography() {
  const biography = useView((view) => view.biography)
  const durationMicros = useScenario((state) => state.scenario.durationSeconds * 1e6)
  const now = useGauges((reader) => reader.nowMicros)
  const { answer, share, put, cancel } = useAnswer()
  const question = biography?.question ?? null
  const isFollowed = biography?.isFollowed ?? false
  const life = biography?.life
  const newest = useRef(now)
  newest.current = now

  useEffect(() => {
    if (question !== null) put({ ...question, untilMicros: Math.max(newest.current, question.untilMicros) })
  }, [question, put])
  useEffect(() => {
    if (typeof answer === 'object' && answer?.kind === 'life') change({ life: answer })
  }, [answer])
  // Known ahead while it is followed, up to the end of the run.
  const isKnown = life !== undefined && (life.untilMicros > now || life.untilMicros >= durationMicros)
  useEffect(() => {
    if (!isFollowed || isKnown || life === undefined) return
    const { producer, number } = life
    const untilMicros = Math.min(durationMicros, newest.current + AHEAD_MICROS)
    put({ kind: 'life', producer, number, untilMicros })
  }, [isFollowed, isKnown, life, durationMicros, put])
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const told = viewStore.getState().biography
      if (told?.isLit || told?.isFollowed) change({ isLit: false, isFollowed: false })
      else close()
    }
    addEventListener('keydown', onEscape)
    return () => removeEventListener('keydown', onEscape)
  }, [])

  if (biography === null) return null
  // Who mistyped a number types another one.
  const isNotFound = life === undefined && typeof answer === 'object' && answer?.kind === 'none'
  return (
    <section className="inquiry biography" aria-label="One message">
      <div className="inspector-head">
        <div>
          <h2>One message</h2>
          {biography.standsFor > 1 && (
            <p className="inspector-kind">
              This mark stands for {rateText(biography.standsFor)} messages; one of them is told.
            </p>
          )}
        </div>
        <IconButton label="Close the message" onClick={close}>
          {icons.close}
        </IconButton>
      </div>
      {(question === null || isNotFound) && (
        <FindRecord typed={question?.kind === 'life' ? String(question.number) : ''} />
      )}
      <Waiting
        asking={{
          answer: question !== null && (life === undefined || answer !== 'asking') ? answer : null,
          ...{ share, put, cancel },
        }}
      />
      {life !== undefined && (
        <LifeStory life={life} nowMicros={now}>
          <div className="action-row">
            <Button aria-pressed={isFollowed} onClick={() => change({ isFollowed: !isFollowed })}>
              Follow it
            </Button>
            <KeyAlone
              name={life.key}
              isLit={biography.isLit ?? false}
              onChange={() => change({ isLit: !biography.isLit })}
            />
          </div>
        </LifeStory>
      )}
    </section>
  )
}
