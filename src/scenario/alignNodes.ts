import { moveNode } from './nodeEdits.ts'
import type { Scenario } from './scenario.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'spreadAcross' | 'spreadDown'

/** Moves nodes to places. */
export function moveNodes(scenario: Scenario, places: ReadonlyMap<string, { x: number; y: number }>): Scenario {
  let result = scenario
  for (const [id, { x, y }] of places) result = moveNode(result, id, x, y)
  return result
}

/** Lines nodes up by the edge or middle of their boxes, or spreads them so that the gaps between them are equal. */
export function alignNodes(scenario: Scenario, boxes: ReadonlyMap<string, Box>, how: Alignment): Scenario {
  const all = [...boxes]
  if (all.length < 2) return scenario
  if (how === 'spreadAcross' || how === 'spreadDown') return moveNodes(scenario, spread(all, how === 'spreadAcross'))
  const left = Math.min(...all.map(([, box]) => box.x))
  const right = Math.max(...all.map(([, box]) => box.x + box.width))
  const top = Math.min(...all.map(([, box]) => box.y))
  const bottom = Math.max(...all.map(([, box]) => box.y + box.height))
  const place = (box: Box) => {
    const { x, y, width, height } = box
    if (how === 'left') return { x: left, y }
    if (how === 'centre') return { x: (left + right - width) / 2, y }
    if (how === 'right') return { x: right - width, y }
    if (how === 'top') return { x, y: top }
    if (how === 'middle') return { x, y: (top + bottom - height) / 2 }
    return { x, y: bottom - height }
  }
  return moveNodes(scenario, new Map(all.map(([id, box]) => [id, place(box)])))
}

function spread(all: readonly (readonly [string, Box])[], isAcross: boolean): Map<string, { x: number; y: number }> {
  const start = (box: Box) => (isAcross ? box.x : box.y)
  const length = (box: Box) => (isAcross ? box.width : box.height)
  const sorted = all.toSorted(([, a], [, b]) => start(a) - start(b))
  const [first, last] = [sorted[0]?.[1], sorted.at(-1)?.[1]]
  if (first === undefined || last === undefined) return new Map()
  const room = start(last) + length(last) - start(first)
  const gap = (room - sorted.reduce((sum, [, box]) => sum + length(box), 0)) / (sorted.length - 1)
  let at = start(first)
  return new Map(
    sorted.map(([id, box]) => {
      const place = isAcross ? { x: at, y: box.y } : { x: box.x, y: at }
      at += length(box) + gap
      return [id, place]
    }),
  )
}
