import { parseTyped } from '../../scenario/index.ts'
import { NumberField } from '../../ui/NumberField.tsx'

type OwnNumberProps = {
  label: string
  value: number
  unit?: string
  from?: number
  to?: number
  whole?: boolean
  onWrite: (value: number) => void
}

const text = (value: number) => String(Number(value.toPrecision(9)))

/** A number of a guess. What cannot be used stays as typed, with the reason. */
export function OwnNumber({
  label,
  value,
  unit = '',
  from = -1e12,
  to = 1e12,
  whole = false,
  onWrite,
}: OwnNumberProps) {
  const read = (typed: string) => {
    const answer = parseTyped(typed, '')
    if (!answer.ok) return { reason: answer.message }
    const number = answer.value
    if (whole && !Number.isInteger(number)) return { reason: 'A whole number' }
    if (number < from) return { reason: `At least ${text(from)}` }
    return number > to ? { reason: `At most ${text(to)}` } : { value: number }
  }
  return (
    <div className="own-number">
      <span>{label}</span>
      <NumberField label={label} text={text(value)} unit={unit} read={read} onCommit={onWrite} />
    </div>
  )
}
