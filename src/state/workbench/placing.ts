import type { Box } from '../../scenario/alignNodes.ts'
import { addNode, renameNode } from '../../scenario/index.ts'
import { freeName } from '../../scenario/parts.ts'
import type { NodeKind, Scenario } from '../../scenario/scenario.ts'
import { applyEdit, scenarioStore, viewStore } from '../index.ts'
import { say } from './selection.ts'
import { type Point, type Stage, stage } from './stageDoor.ts'

/** Columns of a scene, from left to right: what sends, what stores, what reads, what is called. */
const COLUMNS: Readonly<Record<NodeKind, number>> = {
  producer: 0,
  monolith: 1,
  topic: 1,
  stream: 1,
  queue: 1,
  fifoQueue: 1,
  kinesisQueue: 2,
  application: 2,
  pool: 2,
  lambda: 2,
  aggregator: 2,
  downstream: 3,
  archive: 2,
  note: 0,
}
const COLUMN_X = [14, 240, 790, 1060]
const TOP_Y = 40
const GAP = 36

/**
 * Puts a new node onto the canvas and selects it: with its middle at a point, or where its column has room.
 * Gives its id, or null when the scene is full.
 */
export function placeNew(kind: NodeKind, at: Point | null, named = ''): string | null {
  const { scenario } = scenarioStore.getState()
  const place = at === null ? roomFor(kind, scenario) : under(kind, scenario, at)
  const added = addNode(scenario, kind, place.x, place.y)
  const id = added.nodes.at(-1)?.id ?? ''
  const after = named === '' ? added : renameNode(added, id, freeName(scenario, named))
  const node = after.nodes.at(-1)
  if (added === scenario || node === undefined) {
    viewStore.getState().setNotice({ text: 'A scene holds no more nodes than these.' })
    return null
  }
  applyEdit(() => after)
  viewStore.getState().select(node.id)
  say(`${node.name} is on the canvas.`)
  return node.id
}

/** The box of a node that is not there yet. */
function boxOf(kind: NodeKind, scenario: Scenario, from: Stage): Box {
  const added = addNode(scenario, kind, 0, 0)
  return from.boxesOf(added).get(added.nodes.at(-1)?.id ?? '') ?? { x: 0, y: 0, width: 200, height: 120 }
}

function under(kind: NodeKind, scenario: Scenario, at: Point): Point {
  const from = stage()
  if (from === null) return at
  const { width, height } = boxOf(kind, scenario, from)
  return { x: at.x - width / 2, y: at.y - height / 2 }
}

/** In the column of its sort, under what stands there already. */
function roomFor(kind: NodeKind, scenario: Scenario): Point {
  const from = stage()
  const mates = scenario.nodes.filter((node) => COLUMNS[node.kind] === COLUMNS[kind])
  const x = mates[0]?.x ?? freeColumnX(kind, scenario, from)
  if (from === null) return { x, y: TOP_Y + mates.length * 200 }
  const own = boxOf(kind, scenario, from)
  const others = [...from.boxesOf(scenario).values()]
  let y = TOP_Y
  for (;;) {
    const hit = others.find(
      (box) =>
        box.x < x + own.width + GAP &&
        x < box.x + box.width + GAP &&
        box.y < y + own.height + GAP &&
        y < box.y + box.height + GAP,
    )
    if (hit === undefined) return { x, y }
    y = hit.y + hit.height + GAP
  }
}

/** Right of all columns before it. */
function freeColumnX(kind: NodeKind, scenario: Scenario, from: Stage | null): number {
  const column = COLUMNS[kind]
  const boxes = from?.boxesOf(scenario)
  const before = scenario.nodes.filter((node) => COLUMNS[node.kind] < column)
  const right = Math.max(0, ...before.map((node) => node.x + (boxes?.get(node.id)?.width ?? 0)))
  return Math.max(COLUMN_X[column] ?? 0, right === 0 ? 0 : right + 60)
}
