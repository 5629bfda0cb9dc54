import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { removeSteps } from '../../scenario/stepEdits.ts'
import { stepSpans } from '../../scenario/stepSpans.ts'
import { applyEdit, endGesture, scenarioStore, useScenario, viewStore } from '../../state/index.ts'
import { useSize } from '../../ui/useSize.ts'
import { placeInLanes, snapMicros } from './lanes.ts'
import { moveSpan } from './retime.ts'
import { StepEditor } from './StepEditor.tsx'
import { spanText, spokenSpan } from './spanText.ts'
import { useSpanDrag } from './useSpanDrag.ts'
import './steps.css'

const NUDGE = 'nudge a step'

/** What was done, below the track: marks for moments, bars for what lasted. Each can be moved, changed and removed. */
export default function TimelineSteps({ durationMicros }: { durationMicros: number }) {
  const scenario = useScenario((state) => state.scenario)
  const list = useRef<HTMLDivElement>(null)
  const { width } = useSize(list)
  const [chosen, setChosen] = useState(-1)
  const [editing, setEditing] = useState(false)
  const at = (place: number | null) => scenario.interventions[place ?? -1]?.at ?? 0
  // A run that was made shorter keeps what comes after its end, and does not show it.
  const spans = useMemo(
    () => stepSpans(scenario).filter(({ begin }) => (scenario.interventions[begin]?.at ?? 0) <= durationMicros),
    [scenario, durationMicros],
  )
  const px = (micros: number) => (durationMicros > 0 ? Math.min(1, micros / durationMicros) * width : 0)
  const placed = placeInLanes(
    spans.map((span) => ({
      from: px(at(span.begin)),
      to: span.end === null ? null : px(at(span.end)),
      letters: spanText(span, scenario).length,
    })),
    width,
  )
  const focused = spans.some(({ begin }) => begin === chosen) ? chosen : (spans[0]?.begin ?? -1)
  const drag = useSpanDrag(setChosen, (begin) => {
    setChosen(begin)
    setEditing(true)
  })

  // What is moved past another changes its place in the list; the keyboard goes with it.
  useEffect(() => {
    const now = list.current
    if (now?.contains(document.activeElement))
      now.querySelector<HTMLElement>(`[data-begin="${focused}"]`)?.focus({ preventScroll: true })
  }, [focused])

  function onKeyDown(event: KeyboardEvent) {
    const order = spans.findIndex(({ begin }) => begin === focused)
    const span = spans[order]
    if (span === undefined || event.ctrlKey || event.metaKey) return
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const goTo = (place: number) => setChosen(spans[Math.max(0, Math.min(spans.length - 1, place))]?.begin ?? -1)
    if (way !== 0 && (event.altKey || event.shiftKey)) {
      const by = way * 10 * snapMicros(durationMicros, width)
      const moved = moveSpan(scenarioStore.getState().scenario, span, event.altKey ? 'both' : 'end', by)
      applyEdit((now) => ({ ...now, interventions: moved.scenario.interventions }), NUDGE)
      setChosen(moved.begin)
    } else if (way !== 0) goTo(order + way)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(spans.length - 1)
    else if (event.key === 'Enter' || event.key === ' ') setEditing(true)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove()
    else return
    event.preventDefault()
  }
  function remove() {
    const order = spans.findIndex(({ begin }) => begin === focused)
    const span = spans[order]
    if (span === undefined) return
    viewStore.setState({ said: `${spokenSpan(span, scenario)}: removed. Undo brings it back.` })
    setEditing(false)
    applyEdit((now) => removeSteps(now, [span.begin, span.end ?? span.begin]))
    const left = stepSpans(scenarioStore.getState().scenario)
    setChosen(left[Math.min(order, left.length - 1)]?.begin ?? -1)
  }
  const lanes = 1 + Math.max(0, ...placed.map(({ lane }) => lane))
  const edited = editing ? spans.find(({ begin }) => begin === focused) : undefined
  return (
    <>
      <div
        ref={list}
        className="steps"
        role="listbox"
        aria-label="Steps on the timeline"
        aria-orientation="horizontal"
        data-lanes={lanes}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onKeyUp={endGesture}
        onBlur={endGesture}
        onFocus={(event: FocusEvent<HTMLElement>) => {
          const begin = (event.target as HTMLElement).dataset['begin']
          if (begin !== undefined) setChosen(Number(begin))
        }}
        {...drag}
      >
        {spans.map((span, i) => {
          const { lane = 0, words = 'none' } = placed[i] ?? {}
          const from = px(at(span.begin))
          const text = spanText(span, scenario)
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
              key={i}
              role="option"
              className={span.end === null ? 'step-mark' : 'step-bar'}
              aria-label={spokenSpan(span, scenario)}
              aria-selected={span.begin === chosen}
              data-begin={span.begin}
              tabIndex={span.begin === focused ? 0 : -1}
              title={spokenSpan(span, scenario)}
              style={{
                left: from,
                width: span.end === null ? undefined : Math.max(8, px(at(span.end)) - from),
                ['--lane' as string]: lane,
              }}
            >
              {span.end !== null && <i data-grip="begin" />}
              {words !== 'none' && <small data-words={words}>{text}</small>}
              {span.end !== null && <i data-grip="end" />}
            </div>
          )
        })}
      </div>
      {edited !== undefined && (
        <StepEditor
          span={edited}
          scenario={scenario}
          beside={() => list.current?.querySelector(`[data-begin="${edited.begin}"]`) ?? null}
          onPlace={setChosen}
          onRemove={remove}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
