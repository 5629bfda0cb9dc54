import type { Field } from './fields/field.ts'
import { findField } from './overrides.ts'
import type { Scenario, ScenarioNode } from './scenario.ts'

export type BriefSlider = {
  node: ScenarioNode
  field: Field /** The part of the field's range that the question is about. */
  from: number
  to: number
}

/** The one control that a scenario is about; null when it names none, or one that is gone. */
export function briefSlider(scenario: Scenario): BriefSlider | null {
  const { slider, sliderFrom, sliderTo } = scenario.brief
  const found = slider === undefined ? null : findField(scenario, slider)
  if (found === null || !found.ok || found.field.type !== 'number') return null
  const { min = 0, max = 0 } = found.field
  const inside = (value: number) => Math.max(min, Math.min(max, value))
  const [from, to] = [inside(sliderFrom ?? min), inside(sliderTo ?? max)]
  return { node: found.node, field: found.field, from: from < to ? from : min, to: from < to ? to : max }
}
