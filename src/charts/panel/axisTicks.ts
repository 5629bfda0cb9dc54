import { byteUnit } from '../../scenario/byteUnits.ts'

/** Where an axis from 0 to `top` has its marks: round numbers, at most so many above 0. `unit` is that of the labels. */
export type AxisTicks = { ticks: number[]; unit: string; perUnit: number }

/** Bytes are counted in KiB, MiB, or in kB, MB; everything else in tens. */
export function axisTicks(top: number, unit: string, most: number): AxisTicks {
  const [perUnit, label] = unitOfAxis(top, unit)
  const step = roundStep(top / perUnit, most) * perUnit
  const count = top > 0 ? Math.floor(top / step + 1e-9) : 0
  return { ticks: Array.from({ length: count + 1 }, (_, i) => i * step), unit: label, perUnit }
}

function unitOfAxis(top: number, unit: string): [number, string] {
  if (unit !== 'B' && unit !== 'B/s') return [1, unit]
  const [perUnit, name] = byteUnit(top)
  return [perUnit, unit.replace('B', name)]
}

/** The smallest of 1, 2, 5 times a power of ten that needs no more marks. */
function roundStep(top: number, most: number): number {
  if (!(top > 0)) return 1
  const least = top / most
  const ten = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((times) => times * ten >= least * (1 - 1e-9)) ?? 10) * ten
}
