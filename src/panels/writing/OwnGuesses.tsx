import type { Guess } from '../../scenario/brief.ts'
import { setGuesses } from '../../scenario/briefEdits.ts'
import { guessesMost, guessesOf } from '../../scenario/guess.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { applyEdit, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { GuessForm } from './GuessForm.tsx'
import { newGuess } from './newGuess.ts'

const withGuess = (scenario: Scenario, i: number, change: (guess: Guess) => Guess) =>
  setGuesses(
    scenario,
    guessesOf(scenario.brief).map((guess, at) => (at === i ? change(guess) : guess)),
  )

/** What is asked before the run. */
export function OwnGuesses() {
  const scenario = useScenario((state) => state.scenario)
  const list = guessesOf(scenario.brief)
  const fresh = newGuess('number', scenario)
  return (
    <section className="writing-part">
      <h2>Guess first</h2>
      <ol>
        {list.map((guess, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a guess is its place in the list
          <li key={i} className="own-guess">
            <GuessForm
              scenario={scenario}
              guess={guess}
              write={(now, change) => withGuess(now, i, change)}
              onChange={(change) => applyEdit((now) => withGuess(now, i, change))}
            />
            <Button
              onClick={() =>
                applyEdit((now) =>
                  setGuesses(
                    now,
                    guessesOf(now.brief).filter((_, at) => at !== i),
                  ),
                )
              }
            >
              Remove this guess
            </Button>
          </li>
        ))}
      </ol>
      {fresh === null ? (
        <p className="quiet">Nothing runs yet: there is no number to guess.</p>
      ) : (
        list.length < guessesMost(list) && (
          <Button onClick={() => applyEdit((now) => setGuesses(now, [...guessesOf(now.brief), fresh]))}>
            Add a guess
          </Button>
        )
      )}
    </section>
  )
}
