import type { ReactNode } from 'react'
import type { LifeAnswer, LifeEvent } from '../../protocol/inquiry.ts'
import { LIFE_WORDS, SEEN_WORDS } from '../../protocol/inquiryWords.ts'
import { session, useScenario } from '../../state/index.ts'
import { clockText } from '../../ui/clockText.ts'
import { amountText } from './bucketText.ts'
import { isLoss } from './isLoss.ts'
import { lifeSentence } from './lifeSentence.ts'

type Props = { life: LifeAnswer; nowMicros?: number; children?: ReactNode }

/** A record's life: a sentence, what happened when, and why each consumer has or has not seen it. */
export function LifeStory({ life, nowMicros = Infinity, children }: Props) {
  const scenario = useScenario((state) => state.scenario)
  const nameOf = (id: string) => scenario.nodes.find((node) => node.id === id)?.name ?? id
  // What is known ahead is told as steps to come, and not as what became of it.
  const isAhead = life.untilMicros > nowMicros
  const past = life.events.filter(({ atMicros }) => atMicros <= nowMicros)
  const told = isAhead ? { ...life, events: past, seenBy: [] } : life
  const isStream = (id: string) => scenario.nodes.some((node) => node.id === id && node.kind === 'stream')
  return (
    <div role="status">
      <p className="life-sentence">{past.length === 0 ? 'It is not made yet.' : lifeSentence(told, scenario)}</p>
      {children}
      <p className="quiet">
        {amountText(life.bytes, 'bytes')}
        {life.events.some(({ node }) => isStream(node)) && (
          <>
            , hash of its key <span title={life.hashKey}>{life.hashKey.slice(0, 8)}…</span>
          </>
        )}
      </p>
      <ol className="life">
        {life.events.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal events of one moment differ only by their place
          <li key={i} className={eventClass(event, isLoss(life.events, i, scenario.links), nowMicros)}>
            <button type="button" className="text-button" onClick={() => session.seek(event.atMicros)}>
              {exactText(event.atMicros)}
            </button>{' '}
            {wordOf(LIFE_WORDS, event.step) ?? event.step} <b>{nameOf(event.node)}</b>
            {event.place > 0 && isStream(event.node) && `, shard ${event.row + 1}, number ${event.place}`}
            {event.hiddenUntilMicros > 0 && `, hidden until ${clockText(event.hiddenUntilMicros)}`}
          </li>
        ))}
      </ol>
      <ul className="seen-by">
        {isAhead && <li className="quiet">At {clockText(life.untilMicros)} of the run:</li>}
        {life.seenBy.map(({ consumer, reason, ahead }) => (
          <li key={consumer}>
            <b>{nameOf(consumer)}</b> {wordOf(SEEN_WORDS, reason)?.(ahead) ?? reason}.
          </li>
        ))}
      </ul>
    </div>
  )
}

/** To the millisecond, as far as the clock shows parts of a second. */
function exactText(micros: number): string {
  const millis = String(Math.floor((micros % 100_000) / 1000)).padStart(2, '0')
  return micros < 3_600_000_000 ? `${clockText(micros)}${millis}` : clockText(micros)
}

const wordOf = <Words extends Record<string, unknown>>(words: Words, name: string) =>
  Object.hasOwn(words, name) ? words[name as keyof Words] : null

const eventClass = ({ atMicros }: LifeEvent, isLost: boolean, nowMicros: number) =>
  [isLost && 'is-loss', atMicros > nowMicros && 'is-later'].filter(Boolean).join(' ') || undefined
