import { type Field, fieldOf, formatQuantity } from '../../scenario/index.ts'
import type { Intervention, Scenario } from '../../scenario/scenario.ts'
import { Select } from '../../ui/Choice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { readField } from '../readField.ts'
import { splitUnit } from '../splitUnit.ts'

type StepValueProps = { step: Intervention; scenario: Scenario; onChange: (changed: Intervention) => void }

/** What a step does, where that can be another value or another worker. */
export function StepValue({ step, scenario, onChange }: StepValueProps) {
  const node = scenario.nodes.find(({ id }) => id === step.node)
  if (node === undefined) return null
  if (step.action === 'set') {
    const field = fieldOf(node.kind, step.field)
    return field === undefined ? null : (
      <FieldValue field={field} value={step.value} onChange={(value) => onChange({ ...step, value })} />
    )
  }
  if ('worker' in step && 'workers' in node && node.workers > 1)
    return (
      <Row label="Worker">
        <Select
          label="Worker"
          value={String(step.worker)}
          options={Array.from({ length: node.workers }, (_, i) => ({ value: String(i), label: String(i + 1) }))}
          onChange={(worker) => onChange({ ...step, worker: Number(worker) })}
        />
      </Row>
    )
  return null
}

type FieldValueProps = { field: Field; value: number | string; onChange: (value: number | string) => void }

function FieldValue({ field, value, onChange }: FieldValueProps) {
  if (field.type === 'choice')
    return (
      <Row label={field.label}>
        <Select label={field.label} value={String(value)} options={field.choices ?? []} onChange={onChange} />
      </Row>
    )
  // No field that can be turned in a run is text today.
  if (field.type === 'text') return null
  const [text, unit] = splitUnit(formatQuantity(Number(value), field.unit))
  return (
    <Row label={field.label}>
      <NumberField
        label={field.label}
        text={text}
        unit={unit}
        read={(typed) => readField(field, typed, unit)}
        onCommit={onChange}
      />
    </Row>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="field">
      <div className="field-name">{label}</div>
      <div className="field-value">{children}</div>
    </div>
  )
}
