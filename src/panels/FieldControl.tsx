import type { Tick } from '../scenario/help/fieldHelp.ts'
import { ticksIn } from '../scenario/help/ticksIn.ts'
import type { Field } from '../scenario/index.ts'
import { fieldIn, formatQuantity, isAwsValue, valueAt, whereOf } from '../scenario/index.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { turn, useGauges, useScenario } from '../state/index.ts'
import { IconButton } from '../ui/Button.tsx'
import { Segments, Select } from '../ui/Choice.tsx'
import { icons } from '../ui/icons.tsx'
import type { CapacityTick } from './capacity.ts'
import { FieldNumber, type SceneRange } from './FieldNumber.tsx'
import { FieldText } from './FieldText.tsx'
import { SourceMark } from './SourceMark.tsx'
import { useFieldHelp } from './useFieldHelp.ts'
import './field.css'

type FieldControlProps = {
  node: ScenarioNode
  field: Field
  /** Where what comes after can take no more: drawn on the track. */
  capacity?: CapacityTick | null
  /** The part of the range that the scene is about. */
  within?: SceneRange | null
  /** Shows the way back to the default also where AWS sets no limit. */
  resettable?: boolean
  /** What is told of the field may wait for this. */
  helpAfter?: () => Promise<void>
}

/** One parameter of one node: name, source, value, and the control that fits its kind. */
export function FieldControl({
  node,
  field: own,
  capacity = null,
  within = null,
  resettable = false,
  helpAfter,
}: FieldControlProps) {
  const scenario = useScenario((state) => state.scenario)
  const where = whereOf(scenario)
  const field = fieldIn(own, where)
  const { help = '', ticks = [] } = useFieldHelp(node.kind, helpAfter)?.[field.name] ?? {}
  const value = useGauges((reader) => valueAt(scenario, node.id, field.name, reader.nowMicros) ?? field.default)
  const notAws = !isAwsValue(field, value)
  const changed = notAws || (resettable && value !== field.default)
  const back = notAws ? (field.limit?.value ?? field.default) : field.default
  const text = typeof back === 'number' ? formatQuantity(back, field.unit) : String(back)
  return (
    <div className="field" title={help}>
      <div className="field-name">
        <span>
          {field.label}
          {field.limit !== undefined && <SourceMark factId={field.limit.factId} of={field.label} where={where} />}
          {capacity !== null && (within === null || capacity.value <= within.to) && (
            <SourceMark factId={capacity.factId} of={capacity.label} where={where} />
          )}
        </span>
        {notAws && <em>not AWS</em>}
        {changed && (
          <IconButton
            label={`${field.label}: back to ${text}`}
            className="field-back"
            onClick={() => turn(node.id, field.name, back, 'commit')}
          >
            {icons.resetValue}
          </IconButton>
        )}
      </div>
      <FieldEntry
        node={node}
        field={field}
        value={value}
        help={help}
        ticks={ticksIn(ticks, own, where)}
        capacity={capacity}
        within={within}
      />
    </div>
  )
}

type FieldEntryProps = {
  node: ScenarioNode
  field: Field
  value: number | string
  help: string
  ticks: readonly Tick[]
  capacity: CapacityTick | null
  within: SceneRange | null
}

function FieldEntry({ node, field, value, ...ofNumbers }: FieldEntryProps) {
  if (field.type === 'number') return <FieldNumber node={node} field={field} value={Number(value)} {...ofNumbers} />
  if (field.type === 'text') return <FieldText node={node} field={field} value={String(value)} />
  const options = (field.choices ?? []).map(({ value: choice, label }) => ({ value: choice, label }))
  const short = options.length <= 3 && options.reduce((sum, option) => sum + option.label.length, 0) <= 24
  const Control = short ? Segments : Select
  return (
    <div className="field-choice">
      <Control
        label={field.label}
        value={String(value)}
        options={options}
        onChange={(choice) => turn(node.id, field.name, choice, 'commit')}
      />
    </div>
  )
}
