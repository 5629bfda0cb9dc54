import type { Tick } from '../scenario/help/fieldHelp.ts'
import { type Field, formatQuantity } from '../scenario/index.ts'
import type { SliderTick } from '../ui/Slider.tsx'
import type { CapacityTick } from './capacity.ts'
import { splitUnit } from './splitUnit.ts'

/** Marks on a slider's track, the weightiest first; AWS's own number and the present capacity are drawn through it. */
export function fieldTicks(
  field: Field,
  ticks: readonly Tick[],
  shownUnit: string,
  capacity: CapacityTick | null,
  { min, max }: { min: number; max: number },
): SliderTick[] {
  // The unit stands beside the value already; another one has to be said.
  const short = (value: number) => {
    const [number, unit] = splitUnit(formatQuantity(value, field.unit))
    return value === 0 || singular(unit) === singular(shownUnit) ? number : `${number} ${unit}`
  }
  const known = ticks.map(({ value, label, factId }) => ({
    value,
    label: /\d/.test(label) ? label : `${label} ${short(value)}`.trim(),
    strong: factId !== undefined && factId === field.limit?.factId,
  }))
  const first = capacity === null ? [] : [{ value: capacity.value, label: capacity.label, strong: true }]
  const inside = [...first, ...known].filter((tick) => tick.value >= min && tick.value <= max)
  return [...inside, ...[min, max].map((value) => ({ value, label: short(value) }))]
}

const singular = (unit: string) => unit.replace(/s$/, '')
