import { useEffect, useId, useState } from 'react'
import type { Scenario } from '../../scenario/scenario.ts'
import { applyEdit, endGesture } from '../../state/index.ts'

type OwnTextProps = {
  label: string
  value: string
  /** Characters that the document holds of it. */
  bound: number
  rows?: number
  write: (scenario: Scenario, text: string) => Scenario
}

/** A text of the scene. What is typed is in the document at once; all of it until the field is left is one step to undo. */
export function OwnText({ label, value, bound, rows = 2, write }: OwnTextProps) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  // Undone or written elsewhere; but a space at the end is still being typed.
  useEffect(() => setTyped((now) => (now.trim() === value.trim() ? now : value)), [value])
  const over = typed.length - bound
  const take = (text: string) => {
    setTyped(text)
    if (text.length <= bound) applyEdit((scenario) => write(scenario, text), `write ${id}`)
  }
  return (
    <div className="own-text">
      <label htmlFor={id}>{label}</label>
      <small className="own-count" data-over={over > 0 || undefined}>
        {typed.length} / {bound.toLocaleString('en-US')}
      </small>
      <textarea
        id={id}
        rows={rows}
        aria-invalid={over > 0}
        aria-describedby={`${id} said`}
        value={typed}
        onChange={(event) => take(event.target.value)}
        onBlur={endGesture}
      />
      <p id={`${id} said`} role="status">
        {over > 0 && `${over} too many: the scene keeps what it had before until this is shorter.`}
      </p>
    </div>
  )
}
