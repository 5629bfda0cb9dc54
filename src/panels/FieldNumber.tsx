import type { Tick } from '../scenario/help/fieldHelp.ts'
import { type Field, formatQuantity } from '../scenario/index.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { turn } from '../state/index.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Slider } from '../ui/Slider.tsx'
import { type SliderRange, stepFrom } from '../ui/sliderScale.ts'
import type { CapacityTick } from './capacity.ts'
import { fieldTicks } from './fieldTicks.ts'
import { readField } from './readField.ts'
import { splitUnit } from './splitUnit.ts'

/** A scene may be about a part of a range only; there it is even. */
export type SceneRange = { from: number; to: number }

type FieldNumberProps = {
  node: ScenarioNode
  field: Field
  value: number
  help: string
  ticks: readonly Tick[]
  capacity: CapacityTick | null
  within: SceneRange | null
}

/** A number: typed with its unit, or found with the slider. */
export function FieldNumber({ node, field, value, help, ticks, capacity, within }: FieldNumberProps) {
  const range = rangeOf(field, within)
  const [text, unit] = splitUnit(formatQuantity(value, field.unit))
  const commit = (next: number) => turn(node.id, field.name, next, 'commit')
  return (
    <>
      <div className="field-value">
        <NumberField
          label={field.label}
          help={help}
          text={text}
          unit={unit}
          read={(typed) => readField(field, typed, unit)}
          onCommit={commit}
          onStep={(direction) => commit(stepFrom(value, direction, false, range))}
        />
      </div>
      <div className="field-slider">
        <Slider
          label={field.label}
          value={value}
          range={range}
          valueText={formatQuantity(value, field.unit)}
          ticks={fieldTicks(field, ticks, unit, capacity, range)}
          onDrag={(next) => turn(node.id, field.name, next, 'drag')}
          onCommit={commit}
        />
      </div>
    </>
  )
}

function rangeOf(field: Field, within: SceneRange | null): SliderRange {
  if (within !== null) return { min: within.from, max: within.to, step: sceneStep(field, within), scale: 'linear' }
  const min = field.min ?? 0
  return {
    min,
    max: field.max ?? Math.max(1, Number(field.default) * 10),
    step: field.step ?? 0,
    scale: field.scale ?? 'linear',
  }
}

/** About two hundred places, in round steps, but never finer than the field itself. */
function sceneStep(field: Field, { from, to }: SceneRange): number {
  const unit = 10 ** Math.floor(Math.log10((to - from) / 40))
  return Math.max(field.step ?? 0, unit)
}
