import { useEffect, useRef } from 'react'
import { BEAT_WORDS } from '../../scenario/show/beats.ts'
import type { Order, Told } from '../../scenario/show/messages.ts'
import { ROUNDS_MAX } from '../../scenario/show/votes.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { Stopwatch } from './Stopwatch.tsx'
import { useAudience } from './useAudience.ts'
import { handsText, VoteBars } from './VoteBars.tsx'
import './presenter.css'

/** The teacher's window: what to say, what comes next, the hands. It has no run: all that it shows it was told. */
export default function Presenter() {
  const { told, isHeard, order } = useAudience()
  return (
    <div className="presenter">
      {told === null ? (
        <p className="say presenter-wait" role="status">
          Waiting for the window of the class. It has to be open in this browser, presenting.
        </p>
      ) : (
        <>
          <Head told={told} isHeard={isHeard} />
          <main className="presenter-body">
            <Notes told={told} />
            <aside className="presenter-side" aria-label="Next and votes">
              <Turn told={told} order={order} />
              <Votes told={told} order={order} />
            </aside>
          </main>
        </>
      )}
    </div>
  )
}

type Ordered = { told: Told; order: (what: Order['do'], row?: number) => void }

function Head({ told, isHeard }: { told: Told; isHeard: boolean }) {
  return (
    <header className="presenter-head">
      <div>
        <p className="presenter-place">{told.place}</p>
        <h1>{told.title}</h1>
      </div>
      <p className="presenter-state" role="status">
        {isHeard ? '' : 'The window of the class does not answer.'}
        {isHeard && told.isDark ? 'The screen is dark.' : ''}
      </p>
      <dl className="presenter-times">
        <div>
          <dt>Run{told.isPlaying ? '' : ', paused'}</dt>
          <dd>{told.clock}</dd>
        </div>
        <Stopwatch minutes={told.minutes} page={`${told.title} ${told.place}`} />
      </dl>
    </header>
  )
}

function Notes({ told }: { told: Told }) {
  const sheet = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be said now comes into sight
  useEffect(() => {
    sheet.current?.querySelector('[data-now]')?.scrollIntoView({ block: 'nearest' })
  }, [told.beat])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section ref={sheet} className="presenter-notes" aria-label="Notes" tabIndex={0}>
      <ol className="presenter-beats" aria-label="Order of this page">
        {told.beats.map((beat) => (
          <li key={beat} aria-current={beat === told.beat ? 'step' : undefined}>
            {BEAT_WORDS[beat]}
          </li>
        ))}
      </ol>
      {told.notes.map(({ head, text, beat }) => (
        <div key={head} className="presenter-note" data-now={beat === told.beat || undefined}>
          <h2>{head}</h2>
          <p className="say">{text}</p>
        </div>
      ))}
    </section>
  )
}

function Turn({ told, order }: Ordered) {
  return (
    <section className="presenter-turn" aria-label="Next">
      <Button className="presenter-next" primary onClick={() => order('next')}>
        <small>Next</small>
        {told.isDark ? 'Show the screen again' : told.next}
        <kbd>Page Down</kbd>
      </Button>
      <div className="presenter-buttons">
        <Button onClick={() => order('back')}>Back</Button>
        <Button aria-pressed={told.isDark} onClick={() => order('dark')}>
          {told.isDark ? 'Light' : 'Dark'}
        </Button>
        <Button onClick={() => order('play')}>{told.isPlaying ? 'Pause' : 'Play'}</Button>
        <Button onClick={() => order('end')}>End</Button>
      </div>
    </section>
  )
}

function Votes({ told, order }: Ordered) {
  const { rows, rounds, rightRow } = told
  const count = Math.max(rows.length, ...rounds.map((round) => round.length))
  return (
    <section className="presenter-votes" aria-label="Raised hands">
      <h2>
        Raised hands <span>{handsText(rounds)}</span>
      </h2>
      <VoteBars rows={rows} rounds={rounds} isHidden={false} rightRow={rightRow} />
      <div className="presenter-hands">
        {Array.from({ length: count }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <span key={row}>
            <IconButton framed label={`One hand less for ${row + 1}`} onClick={() => order('lower', row)}>
              −
            </IconButton>
            <b>{row + 1}</b>
            <IconButton framed label={`One hand more for ${row + 1}`} onClick={() => order('raise', row)}>
              +
            </IconButton>
          </span>
        ))}
      </div>
      <Button disabled={rounds.length >= ROUNDS_MAX} onClick={() => order('again')}>
        {icons.reset} Vote again
      </Button>
      <p className="presenter-keys">
        <kbd>1</kbd> to <kbd>9</kbd> count a hand, with Shift take one back, <kbd>0</kbd> votes again, <kbd>.</kbd>{' '}
        darkens the screen. The class sees the bars with the answer.
      </p>
    </section>
  )
}
