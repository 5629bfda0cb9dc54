import { useEffect, useRef } from 'react'
import { parseTyped } from '../../scenario/index.ts'
import type { Intervention, Scenario } from '../../scenario/scenario.ts'
import { changeStep } from '../../scenario/stepEdits.ts'
import type { StepSpan } from '../../scenario/stepSpans.ts'
import { applyEdit, session } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import '../../ui/popover.css'
import '../field.css'
import { moveSpan } from './retime.ts'
import { StepValue } from './StepValue.tsx'
import { spanText } from './spanText.ts'

type StepEditorProps = {
  span: StepSpan
  scenario: Scenario
  beside: () => Element | null
  /** The first step of the span stands at another place now. */
  onPlace: (begin: number) => void
  onRemove: () => void
  onClose: () => void
}

/** A small sheet beside a mark or bar: when, until when, what. */
export function StepEditor({ span, scenario, beside, onPlace, onRemove, onClose }: StepEditorProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const where = useRef(beside)
  useEffect(() => {
    const now = sheet.current
    const item = where.current()
    if (now === null || item === null) return
    const from = item.getBoundingClientRect()
    now.showPopover()
    now.style.left = `${Math.max(8, Math.min(from.left, innerWidth - now.offsetWidth - 8))}px`
    // Above the track, which it would hide.
    now.style.bottom = `${Math.max(8, innerHeight - (item.parentElement ?? item).getBoundingClientRect().top + 6)}px`
    now.querySelector('input')?.focus()
  }, [])
  const step = scenario.interventions[span.begin]
  if (step === undefined) return null
  const end = span.end === null ? null : scenario.interventions[span.end]
  const move = (grip: 'begin' | 'end', from: number, toSeconds: number) => {
    const moved = moveSpan(scenario, span, grip, Math.round(toSeconds * 1e6) - from)
    applyEdit((now) => ({ ...now, interventions: moved.scenario.interventions }))
    onPlace(moved.begin)
  }
  const change = (changed: Intervention) =>
    applyEdit((now) => {
      const first = changeStep(now, span.begin, changed)
      // The end of a bar speaks of the same worker as its beginning.
      return end && 'worker' in end && 'worker' in changed && span.end !== null
        ? changeStep(first, span.end, { ...end, worker: changed.worker })
        : first
    })
  return (
    <div
      ref={sheet}
      popover="auto"
      className="popover step-editor"
      role="dialog"
      aria-label={spanText(span, scenario)}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <h3>{spanText(span, scenario)}</h3>
      <Moment label={end ? 'From' : 'At'} micros={step.at} onCommit={(seconds) => move('begin', step.at, seconds)} />
      {end && <Moment label="Until" micros={end.at} onCommit={(seconds) => move('end', end.at, seconds)} />}
      <StepValue step={step} scenario={scenario} onChange={change} />
      <p className="step-buttons">
        <Button onClick={() => session.seek(step.at)}>Go there</Button>
        <Button onClick={onRemove}>Remove</Button>
      </p>
    </div>
  )
}

/** A moment as the clock shows it, 1:30 or 1:02:30.5, in seconds; anything else as it is. */
function inSeconds(typed: string): string {
  if (!/^\s*\d+(:[0-5]\d){1,2}(\.\d*)?\s*$/.test(typed)) return typed
  return String(typed.split(':').reduce((sum, part) => 60 * sum + Number(part), 0))
}

function Moment({ label, micros, onCommit }: { label: string; micros: number; onCommit: (seconds: number) => void }) {
  const read = (typed: string) => {
    const answer = parseTyped(inSeconds(typed), 's', 's')
    if (!answer.ok) return { reason: answer.message }
    return answer.value >= 0 ? { value: answer.value } : { reason: 'Not before the run' }
  }
  return (
    <div className="field">
      <div className="field-name">{label}</div>
      <div className="field-value">
        <NumberField label={label} text={String(micros / 1e6)} unit="s" read={read} onCommit={onCommit} />
      </div>
    </div>
  )
}
