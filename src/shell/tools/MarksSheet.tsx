import { useEffect, useRef } from 'react'
import { interventionText } from '../../panels/interventionText.ts'
import { removeBookmark } from '../../scenario/bookmarks.ts'
import { applyEdit, useScenario, useView, viewStore } from '../../state/index.ts'
import { asidesOf, bringBack } from '../../state/marks/asides.ts'
import { crossingKey, goToMark, marks, useMarks } from '../../state/marks/index.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { Played } from '../../ui/Played.tsx'
import { AddStop } from './AddStop.tsx'
import { closeSheet, closeTool } from './closeTool.ts'
import '../../ui/popover.css'
import './marks.css'

/** What happens first, and what the run is to stop at. */
const FIRSTS = [
  ['refused', 'Refusal'],
  ['again', 'Duplicate work'],
  ['overtaken', 'Inversion'],
  ['deadLettered', 'Dead letter'],
  ['lost', 'Loss'],
  ['crashed', 'Crash'],
] as const

const ASIDE_TEXTS = 2

/** Marks, stops and bookmarks in one list, above the timeline. */
export default function MarksSheet() {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    viewStore.setState({ marks: true })
    marks.show(true)
    sheet.current?.showPopover()
    sheet.current?.querySelector<HTMLElement>('.marks-ways button')?.focus()
  }, [])
  return (
    <div
      ref={sheet}
      popover="auto"
      className="popover marks-sheet"
      role="dialog"
      aria-label="Marks"
      onToggle={(event) => event.newState === 'closed' && closeTool()}
    >
      {/* At the top, since the sheet stands on its foot: nothing else moves when this comes and goes. */}
      <Looking />
      <p className="marks-ways">
        <Button onClick={() => void goToMark(-1)}>Mark before</Button>
        <Button onClick={() => void goToMark(1)}>Next mark</Button>
        <Button
          onClick={() => {
            viewStore.setState({ marks: false })
            closeSheet(sheet.current)
          }}
        >
          Hide
        </Button>
      </p>
      <Firsts />
      <Thresholds />
      <Bookmarks />
      <Asides />
    </div>
  )
}

function Moment({ at }: { at: number }) {
  return (
    <button type="button" className="text-button" onClick={() => marks.goTo(at)}>
      {clockText(at)}
    </button>
  )
}

/** How far the run has been played for the marks, with a way to end that, and one to begin it anew. */
function Looking() {
  const { isLooking, share, message } = useMarks()
  if (!isLooking && message === null) return null
  return (
    <p className="marks-looking" role="status">
      <span>
        {isLooking ? 'The run is played once more.' : message} <Played share={isLooking ? share : 0} />
      </span>
      <Button onClick={isLooking ? marks.cancel : marks.lookAgain}>{isLooking ? 'Cancel' : 'Look again'}</Button>
    </p>
  )
}

function Firsts() {
  const { firsts, breakpoints } = useMarks()
  const nodes = useScenario((state) => state.scenario.nodes)
  return (
    <section>
      <h3>For the first time</h3>
      <ul className="marks-list">
        {FIRSTS.map(([of, label]) => {
          const first = firsts?.find((one) => one.of === of)
          const stop = breakpoints.find(({ when }) => when.is === 'first' && when.of === of)
          return (
            <li key={of}>
              {first === undefined ? <span>{firsts === null ? '' : 'never'}</span> : <Moment at={first.atMicros} />}
              <span>
                {label}
                {first !== undefined && <small> {nodes.find(({ id }) => id === first.node)?.name ?? first.node}</small>}
              </span>
              <label>
                <input
                  type="checkbox"
                  aria-label={`Stop at the first of this: ${label}`}
                  checked={stop !== undefined}
                  onChange={() =>
                    stop === undefined ? marks.addBreakpoint({ is: 'first', of }) : marks.removeBreakpoint(stop.id)
                  }
                />{' '}
                stop
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Thresholds() {
  const { breakpoints, crossings } = useMarks()
  return (
    <section>
      <h3>Stop when a number crosses a value</h3>
      <ul className="marks-list">
        {breakpoints.map(({ id, isOn, when }) => {
          if (when.is === 'first') return null
          const known = crossings.get(crossingKey(when.crossing))
          const at = isOn ? known?.[0] : undefined
          const none = known === undefined ? '' : 'never'
          return (
            <li key={id}>
              {at === undefined ? <span>{isOn ? none : 'off'}</span> : <Moment at={at} />}
              <span>{when.text}</span>
              <span className="marks-buttons">
                <label>
                  <input
                    type="checkbox"
                    aria-label={`Stop when ${when.text}`}
                    checked={isOn}
                    onChange={() => marks.turnBreakpoint(id, !isOn)}
                  />{' '}
                  stop
                </label>
                <button
                  type="button"
                  className="text-button"
                  aria-label={`Remove: ${when.text}`}
                  onClick={() => marks.removeBreakpoint(id)}
                >
                  Remove
                </button>
              </span>
            </li>
          )
        })}
      </ul>
      <AddStop onAdd={(when) => marks.addBreakpoint(when)} />
    </section>
  )
}

function Bookmarks() {
  const bookmarks = useScenario((state) => state.scenario.bookmarks)
  return (
    <section>
      <h3>
        Bookmarks <span>in the scene and its link</span>
      </h3>
      <ul className="marks-list">
        {(bookmarks ?? []).map(({ at, name }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal bookmarks differ only by their place
          <li key={i}>
            <Moment at={at} />
            <span>{name}</span>
            <button
              type="button"
              className="text-button"
              aria-label={`Remove the bookmark ${name}`}
              onClick={() => applyEdit((scenario) => removeBookmark(scenario, i))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <Button onClick={() => viewStore.setState({ tool: { is: 'bookmark' } })}>Bookmark here</Button>
    </section>
  )
}

function Asides() {
  const scenario = useScenario((state) => state.scenario)
  const asides = asidesOf(
    useView((view) => view.asides),
    scenario,
  )
  if (asides.length === 0) return null
  return (
    <section>
      <h3>
        Set aside <span>when something was done before them</span>
      </h3>
      <ul className="marks-list">
        {asides.map((aside, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list has no other order
          <li key={i}>
            <Moment at={aside.at} />
            <span>
              {aside.steps
                .map((step) => `${clockText(step.at)} ${interventionText(step, scenario)}`)
                .slice(0, ASIDE_TEXTS)
                .join('; ')}
              {aside.steps.length > ASIDE_TEXTS && `; ${aside.steps.length - ASIDE_TEXTS} more`}
            </span>
            <button type="button" className="text-button" onClick={() => bringBack(aside)}>
              Bring back
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
