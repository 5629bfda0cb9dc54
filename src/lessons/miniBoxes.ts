import type { NodeKind, Scenario, ScenarioNode } from '../scenario/scenario.ts'
import { shardsAtStart } from '../scenario/streamMode.ts'

export type MiniBox = { node: ScenarioNode; x: number; y: number; width: number; height: number }

// About as large as on the canvas, name left out: a small picture needs the places, not the details.
const SIZES: Readonly<Partial<Record<NodeKind, readonly [width: number, height: number]>>> = {
  producer: [118, 110],
  queue: [340, 260],
  fifoQueue: [210, 230],
  kinesisQueue: [210, 150],
  application: [150, 110],
  pool: [150, 140],
}
const BOX = [210, 150] as const
const STREAM_WIDTH = 470
const SHARD_HEIGHT = 120
const NAME_HEIGHT = 22
const MARGIN = 24
/** Width over height of a card's picture. */
const ASPECT = 2

/** Where everything stands, and the part of the plane that holds it all in the card's form. */
export function miniBoxes(scenario: Scenario): { boxes: MiniBox[]; view: string } {
  const boxes = scenario.nodes.map((node) => {
    const [width, height] =
      node.kind === 'stream'
        ? [STREAM_WIDTH, SHARD_HEIGHT * Math.min(4, shardsAtStart(node))]
        : (SIZES[node.kind] ?? BOX)
    return { node, x: node.x, y: node.y + NAME_HEIGHT, width, height }
  })
  if (boxes.length === 0) return { boxes, view: '0 0 100 60' }
  const left = Math.min(...boxes.map((box) => box.x)) - MARGIN
  const top = Math.min(...boxes.map((box) => box.y)) - MARGIN
  let width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - left
  let height = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - top
  const missingY = Math.max(0, width / ASPECT - height)
  const missingX = Math.max(0, height * ASPECT - width)
  height += missingY
  width += missingX
  return { boxes, view: [left - missingX / 2, top - missingY / 2, width, height].map(Math.round).join(' ') }
}
