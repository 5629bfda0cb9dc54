import type { LimitLine } from './chartSpec.ts'

/** A stair: level up to the moment of the next change. */
export function limitPath(
  steps: LimitLine['steps'],
  endMicros: number,
  x: (micros: number) => number,
  y: (value: number) => number,
): string {
  let path = ''
  steps.forEach((step, i) => {
    const to = steps[i + 1]?.atMicros ?? endMicros
    path += `${i === 0 ? 'M' : 'L'}${x(step.atMicros).toFixed(1)} ${y(step.value).toFixed(1)}H${x(to).toFixed(1)}`
  })
  return path
}
