import { BOUNDS } from '../scenario/bounds.ts'
import { formatQuantity, parseTyped, setDuration } from '../scenario/index.ts'
import { applyEdit, useScenario } from '../state/index.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { splitUnit } from './splitUnit.ts'

/** How long the run is. */
export function DurationField() {
  const seconds = useScenario((state) => state.scenario.durationSeconds)
  const [text, unit] = splitUnit(formatQuantity(seconds, 's'))
  const read = (typed: string) => {
    const answer = parseTyped(typed, 's', unit)
    if (!answer.ok) return { reason: answer.message }
    return answer.value >= 1 && answer.value <= BOUNDS.durationSeconds
      ? { value: answer.value }
      : { reason: 'From 1 s to 7 d' }
  }
  return (
    <div className="field">
      <div className="field-name">Length of the run</div>
      <div className="field-value">
        <NumberField
          label="Length of the run"
          text={text}
          unit={unit}
          read={read}
          onCommit={(value) => applyEdit((scenario) => setDuration(scenario, value))}
        />
      </div>
    </div>
  )
}
