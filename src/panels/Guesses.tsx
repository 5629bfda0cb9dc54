import type { Guess } from '../scenario/brief.ts'
import { guessesOf, isSketch } from '../scenario/guess.ts'
import { builtIn } from '../scenario/library/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import SketchFirst from './course/SketchFirst.tsx'
import Predict from './Predict.tsx'
import './course/course.css'

/** All that a scene asks before its run, one below the other. */
export default function Guesses({ scenario }: { scenario: Scenario }) {
  return guessesOf(scenario.brief).map((guess, i) => {
    const place = guessPlace(scenario, guess, i)
    return isSketch(guess) ? (
      <SketchFirst key={place} sketch={guess} place={place} />
    ) : (
      <Predict key={place} sceneId={place} prediction={guess} />
    )
  })
}

/** Under which a guess is kept: a question that somebody has written anew is another one. */
function guessPlace({ id, title }: Scenario, guess: Guess, i: number): string {
  const isTheirs = id !== undefined && i === 0 && builtIn(id)?.brief.predict?.question === guess.question
  return isTheirs ? id : `${id ?? title} ${guess.question}`
}
