import { useId } from 'react'
import { icons } from './icons.tsx'
import './choice.css'

export type Option<T extends string> = { value: T; label: string }
type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  disabled?: boolean
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ label, value, options, onChange, disabled = false }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className="segments" aria-label={label} disabled={disabled}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** One of many: the system's own list. */
export function Select<T extends string>({ label, value, options, onChange, disabled = false }: ChoiceProps<T>) {
  return (
    <span className="select">
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {icons.down}
    </span>
  )
}
