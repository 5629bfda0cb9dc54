import { MiniScene } from '../../lessons/MiniScene.tsx'
import type { Brief, Guess } from '../../scenario/brief.ts'
import { guessesOf, isSketch } from '../../scenario/guess.ts'
import { KIND_NAMES } from '../../scenario/kindNames.ts'
import { tryText } from '../../scenario/tryStep.ts'
import { qrCode } from '../share/qrCode.ts'
import { Squares } from '../share/Squares.tsx'
import type { HandoutPage } from './handoutPages.ts'
import '../../lessons/gallery.css'

const LINE_MM = 8
/** More than a sheet has room for. */
const LINES = Array.from({ length: 24 }, (_, line) => line)

/** One scene on one sheet: what is asked, room for guesses before and answers after the run, what to try, and lines. */
export function HandoutSheet({ page, hasAnswers }: { page: HandoutPage; hasAnswers: boolean }) {
  const { scenario, place, link } = page
  const { title, brief, nodes } = scenario
  return (
    <article className="handout-page">
      <header>
        <p>
          Shardscope{place === '' ? '' : `, scene ${place}`}
          {brief.minutes === undefined ? '' : `, ${brief.minutes} minutes`}
        </p>
        <p className="handout-name">Name</p>
      </header>
      <h1>{title}</h1>
      <p className="handout-question">{brief.question}</p>
      <div className="handout-top">
        <figure>
          <MiniScene scenario={scenario} />
          <figcaption>
            {nodes.map(({ name, kind }) => `${name} (${KIND_NAMES[kind].toLowerCase()})`).join(', ')}
          </figcaption>
        </figure>
        {link !== null && <Code link={link} />}
      </div>
      {guessesOf(brief).map((guess, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may ask the same, and paper does not change
        <GuessOnPaper key={i} guess={guess} />
      ))}
      {brief.watchFor !== '' && (
        <section>
          <h2>Watch for</h2>
          <p>{brief.watchFor}</p>
        </section>
      )}
      {brief.tryThis.length > 0 && (
        <section>
          <h2>Try, and write down what happens</h2>
          <ol className="handout-try">
            {brief.tryThis.map((step) => (
              <li key={tryText(step)}>
                {tryText(step)}
                <span className="handout-line" />
              </li>
            ))}
          </ol>
        </section>
      )}
      {hasAnswers && <Answers brief={brief} />}
      <section className="handout-notes">
        <h2>Notes</h2>
        <div>
          {/* A drawing cuts what is too much by itself; boxes would run on to another page. */}
          <svg aria-hidden="true">
            {LINES.map((line) => (
              <line key={line} x2="100%" y1={`${LINE_MM * (line + 1)}mm`} y2={`${LINE_MM * (line + 1)}mm`} />
            ))}
          </svg>
        </div>
      </section>
    </article>
  )
}

function Code({ link }: { link: string }) {
  const code = qrCode(link)
  return (
    <p className="handout-link">
      {code !== null && <Squares code={code} />}
      <span>{link}</span>
    </p>
  )
}

function GuessOnPaper({ guess }: { guess: Guess }) {
  return (
    <section>
      <h2>Guess before it runs</h2>
      <p>{guess.question}</p>
      {isSketch(guess) ? (
        <div className="handout-chart">
          <span>
            {guess.to} {guess.unit}
          </span>
          <span>{guess.untilSeconds} s</span>
        </div>
      ) : (
        <>
          {guess.choices !== undefined && (
            <ul className="handout-choices">
              {guess.choices.map(({ text }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place in the list
                <li key={i}>
                  <b>{i + 1}</b> {text}
                </li>
              ))}
            </ul>
          )}
          <p className="handout-blanks">
            {['My guess', 'After talking', 'The run'].map((word) => (
              <span key={word}>
                {word} <i /> {guess.choices === undefined ? guess.unit : ''}
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  )
}

function Answers({ brief: { whatYouLearn, commonMistake, correction } }: { brief: Brief }) {
  const told = [
    ['What you learn', whatYouLearn],
    ['A common mistake', commonMistake],
    ['What holds today', correction],
  ] as const
  return told.map(([head, text]) =>
    text === undefined ? null : (
      <section key={head}>
        <h2>{head}</h2>
        <p>{text}</p>
      </section>
    ),
  )
}
