import { useEffect, useId, useRef, useState } from 'react'
import { isClose, type Prediction } from '../scenario/index.ts'
import { session, useGauges } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { clockText } from '../ui/clockText.ts'
import { Slider } from '../ui/Slider.tsx'
import { answerOfRun, numberText } from './answerOfRun.ts'
import { keepGuess, keptGuess } from './keptGuesses.ts'
import './predict.css'

/** A guess before the run, locked, and then laid beside what the run gives. The answer is read from the run alone. */
export default function Predict({ sceneId, prediction }: { sceneId: string; prediction: Prediction }) {
  const kept = keptGuess(sceneId)
  // Nothing is proposed: whoever has not moved the mark has not guessed.
  const [guess, setGuess] = useState<number | null>(kept)
  const [locked, setLocked] = useState(kept !== null)
  const answer = useAnswer(prediction, locked)

  const lock = () => {
    if (guess === null) return
    keepGuess(sceneId, guess)
    setLocked(true)
    session.reset()
    session.play()
  }
  const again = () => {
    keepGuess(sceneId, null)
    setLocked(false)
  }
  return (
    <section className="predict" aria-label="Your guess">
      <p className="say">{prediction.question}</p>
      {prediction.choices === undefined ? (
        <NumberGuess prediction={prediction} guess={guess} locked={locked} onGuess={setGuess} />
      ) : (
        <ChoiceGuess choices={prediction.choices} guess={guess} locked={locked} onGuess={setGuess} />
      )}
      {!locked && (
        <Button disabled={guess === null} onClick={lock}>
          Lock it and run
        </Button>
      )}
      {locked && (
        <button type="button" className="predict-again" onClick={again}>
          Guess again
        </button>
      )}
      <p className="predict-answer" aria-live="polite">
        {locked && guess !== null && <Told prediction={prediction} guess={guess} answer={answer} />}
      </p>
    </section>
  )
}

function Told({ prediction, guess, answer }: { prediction: Prediction; guess: number; answer: number | null }) {
  if (answer === null) return `Locked. The run says it at ${clockText(prediction.atSeconds * 1e6)}.`
  if (Number.isNaN(answer)) return 'It did not come to that in this run.'
  const said = `The run gives ${numberText(answer, prediction)}.`
  if (isClose(prediction, guess, answer)) return `${said} You saw it coming.`
  return `${said} ${prediction.choices === undefined ? `You said ${numberText(guess, prediction)}. ` : ''}Watch where the difference comes from.`
}

type GuessProps = { guess: number | null; locked: boolean; onGuess: (guess: number) => void }

function NumberGuess({ prediction, guess, locked, onGuess }: GuessProps & { prediction: Prediction }) {
  const { from, to, step } = prediction
  const rounded = (value: number) => Math.round(value / step) * step
  const take = (value: number) => onGuess(rounded(value))
  return (
    <div className="predict-number">
      <output>{guess === null ? 'Move the mark' : numberText(guess, prediction)}</output>
      <Slider
        label="Your guess"
        value={guess ?? (from + to) / 2}
        range={{ min: from, max: to, step, scale: 'linear' }}
        valueText={guess === null ? 'no guess yet' : numberText(guess, prediction)}
        disabled={locked}
        onDrag={take}
        onCommit={take}
      />
    </div>
  )
}

function ChoiceGuess({ choices, guess, locked, onGuess }: GuessProps & { choices: readonly { text: string }[] }) {
  // A scene may ask several: each is a group of its own.
  const name = useId()
  return (
    <fieldset className="predict-choices" aria-label="Your guess" disabled={locked}>
      {choices.map(({ text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place in the list, and two may say the same
        <label key={i}>
          <input type="radio" name={name} checked={guess === i} onChange={() => onGuess(i)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** null while the run has not come so far since the guess was locked; a way back in time does not take it away. */
function useAnswer(prediction: Prediction, locked: boolean): number | null {
  const reached = useGauges((gauges) => gauges.nowMicros >= prediction.atSeconds * 1e6)
  const [answer, setAnswer] = useState<number | null>(null)
  // What was played before the guess was locked does not answer it.
  const armed = useRef(false)
  useEffect(() => {
    armed.current = false
    if (!locked) setAnswer(null)
  }, [locked])
  useEffect(() => {
    armed.current ||= !reached
    if (!locked || !reached || !armed.current) return
    let gone = false
    void answerOfRun(prediction).then((read) => {
      if (!gone && read !== null) setAnswer(read)
    })
    return () => {
      gone = true
    }
  }, [prediction, locked, reached])
  return answer
}
