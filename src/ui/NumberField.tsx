import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import './numberField.css'

type NumberFieldProps = {
  label: string
  /** The value as it is shown, without its unit. */
  text: string
  unit: string
  /** Reads what was typed: a value, or the reason why it cannot be used. */
  read: (typed: string) => { value: number } | { reason: string }
  onCommit: (value: number) => void
  /** Up and down keys. */
  /** What the number means, in one sentence. */
  help?: string
  onStep?: (direction: 1 | -1) => void
  disabled?: boolean
}

/** A number that can be typed. What cannot be used is kept as typed, marked, with the reason beside it. */
export function NumberField({ label, text, unit, read, onCommit, onStep, help, disabled = false }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const reasonId = useId()
  // A value that changed elsewhere wins over what was typed and never taken.
  useEffect(() => {
    setTyped((now) => (now === text ? now : null))
    setReason('')
  }, [text])

  const take = () => {
    if (typed === null) return
    const answer = read(typed)
    if ('reason' in answer) return setReason(answer.reason)
    setReason('')
    setTyped(null)
    onCommit(answer.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') take()
    else if (event.key === 'Escape') {
      setTyped(null)
      setReason('')
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && onStep && typed === null) {
      event.preventDefault()
      onStep(event.key === 'ArrowUp' ? 1 : -1)
    }
  }
  const shown = typed ?? text
  return (
    <span className={`number-field ${reason ? 'is-wrong' : ''}`}>
      <span className="number-row">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={unit ? `${label}, ${unit}` : label}
          aria-description={help}
          aria-invalid={reason !== ''}
          aria-describedby={reason ? reasonId : undefined}
          disabled={disabled}
          style={{ width: `calc(${Math.max(2, shown.length)}ch + 14px)` }}
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={onKeyDown}
        />
        {unit && <span className="unit">{unit}</span>}
      </span>
      {reason && (
        <span className="number-reason" id={reasonId} role="alert">
          {reason}
        </span>
      )}
    </span>
  )
}
