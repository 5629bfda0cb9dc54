import { guessesOf, isSketch } from '../scenario/guess.ts'
import type { Scenario } from '../scenario/scenario.ts'
import SketchFirst from './course/SketchFirst.tsx'
import { guessPlaces } from './guessPlaces.ts'
import Predict from './Predict.tsx'
import './course/course.css'

/** All that a scene asks before its run, one below the other. */
export default function Guesses({ scenario }: { scenario: Scenario }) {
  const places = guessPlaces(scenario)
  return guessesOf(scenario.brief).map((guess, i) => {
    const place = places[i] ?? ''
    return isSketch(guess) ? (
      <SketchFirst key={place} sketch={guess} place={place} />
    ) : (
      <Predict key={place} sceneId={place} prediction={guess} />
    )
  })
}
