import { numberText } from '../../panels/answerOfRun.ts'
import { rowOfAnswer, voteRows } from '../../scenario/show/votes.ts'
import type { Show } from '../../state/index.ts'
import type { Talk } from './talk.ts'
import { handsText, VoteBars } from './VoteBars.tsx'
import './strip.css'

/** What the class reads above the picture: one thing at a time. */
export function Strip({ talk, show }: { talk: Talk; show: Show }) {
  const { beat } = show
  return (
    <section className="strip" aria-label="For the class" aria-live="polite" data-beat={beat}>
      <p className="strip-question">{talk.question}</p>
      <Told talk={talk} show={show} />
      {show.isDark && (
        <div className="strip-dark">
          <p className="unseen">The screen is dark; the key . shows it again.</p>
        </div>
      )}
    </section>
  )
}

function Told({ talk, show }: { talk: Talk; show: Show }) {
  const { beat } = show
  if (beat === 'learn' || beat === 'mistake')
    return (
      <div className="strip-said">
        <h3>{beat === 'learn' ? 'What you learn' : 'A common mistake'}</h3>
        <p>{beat === 'learn' ? talk.learn : talk.mistake}</p>
      </div>
    )
  if (beat === 'run') return <p className="strip-watch">{talk.watchFor}</p>
  return (
    <>
      {talk.isStep && beat === 'ask' && talk.watchFor !== '' && <p className="strip-watch">{talk.watchFor}</p>}
      <Vote talk={talk} show={show} />
    </>
  )
}

function Vote({ talk: { predict }, show: { beat, rounds, answer } }: { talk: Talk; show: Show }) {
  const hands = handsText(rounds)
  if (predict === undefined && hands === '') return null
  const rows = voteRows(predict)
  const isRevealed = beat === 'answer'
  const isAnswered = isRevealed && answer !== null && predict !== undefined
  return (
    <div className="strip-vote">
      <p className="strip-guess">
        {predict?.question ?? 'Raise your hands'}
        {hands !== '' && <span>{hands}</span>}
      </p>
      <VoteBars
        rows={rows.map(({ text }) => text)}
        rounds={rounds}
        isHidden={!isRevealed}
        rightRow={isAnswered ? rowOfAnswer(rows, answer) : -1}
      />
      {isRevealed && predict !== undefined && (
        <p className="strip-answer">
          {answer === null
            ? 'The run is on its way to the answer.'
            : Number.isNaN(answer)
              ? 'It did not come to that in this run.'
              : `The run gives ${numberText(answer, predict)}.`}
        </p>
      )}
    </div>
  )
}
