import { type GaugeWord, unitOf } from '../../protocol/gaugeWord.ts'
import { formatQuantity } from '../../scenario/index.ts'
import { lagText, rateText } from '../../ui/rateText.ts'

/** A value of the curve with its unit. */
export function textOf(gauge: GaugeWord): (value: number) => string {
  const unit = unitOf(gauge)
  if (unit === 's') return (value) => lagText(value * 1e6)
  if (unit === 'B' || unit === 'B/s') return (value) => (Number.isFinite(value) ? formatQuantity(value, unit) : '–')
  return (value) => `${rateText(value)} ${unit}`
}
