import { OTHER_PAINT } from '../../protocol/frame.ts'
import type { LifeAnswer, LifeEvent } from '../../protocol/inquiry.ts'
import { type Scene, sizeOf } from '../geometry.ts'
import { PITCH } from '../measures.ts'
import type { ShownPicture } from '../shownPicture.ts'
import type { PlacedMark } from './placedMark.ts'
import { storeMarks } from './storeMarks.ts'
import { wayMarks } from './wayMarks.ts'

/** Where a message is in the picture: its own mark, or the box of the node that has it. */
export type PlaceOfLife = { x: number; y: number; width: number; height: number; isRound: boolean }

const WAYS = { stored: 'stored', refused: 'refused', received: 'delivered' } as const

/** Where the record of a life is at the moment that is drawn; null before it is made. */
export function placeOfLife(life: LifeAnswer, shown: ShownPicture, scene: Scene): PlaceOfLife | null {
  const past = life.events.filter(({ atMicros }) => atMicros <= shown.moment.nowMicros)
  const last = past.at(-1)
  if (last === undefined) return null
  const paint = shown.layout.paintedKeys.find(({ key }) => key === life.key)?.paint ?? OTHER_PAINT
  // Asked with every frame while a message is followed: of thousands of dots only those of its key and its moments can be it.
  const moments = new Set(past.map(({ atMicros }) => atMicros))
  const { dotPaint, dotAtMicros } = shown.frame
  const ways = wayMarks(shown, (dot) => dotPaint[dot] === paint && moments.has(dotAtMicros[dot] ?? -1))
  // The marks in boxes are of a share of what is there and not of one message: the box stands for it.
  const marks = [...ways, ...storeMarks(shown)]
  const travelling = ways.find((mark) => isOnWay(mark, past, paint, shown.moment))
  if (travelling) return ringOf(travelling)
  const lies = past.findLast(({ step, node }) => step === 'stored' && !isGone(past, node))
  if (lies !== undefined) {
    // A message of a queue is drawn twice while somebody has it: where it lies, and in the hand, which comes later.
    const own = marks.findLast((mark) => isAt(mark, lies, paint))
    if (own) return ringOf(own)
    const onTape = placeByAge(lies, shown)
    if (onTape && last.step !== 'received') return onTape
  }
  return boxOf(last.node, scene)
}

const RING = 5

const ringOf = ({ x, y, radius }: PlacedMark): PlaceOfLife => {
  const side = 2 * (radius + RING)
  return { x: x - side / 2, y: y - side / 2, width: side, height: side, isRound: true }
}

/** A dot on a link is drawn for a while after its moment. */
function isOnWay(
  { mark }: PlacedMark,
  past: readonly LifeEvent[],
  paint: number,
  { nowMicros, travelMicros }: ShownPicture['moment'],
): boolean {
  if (mark.on !== 'way' || mark.paint !== paint || nowMicros - mark.atMicros > 3 * travelMicros) return false
  const { way, to, atMicros } = mark
  const isStored = way === 'stored' && nowMicros - atMicros >= travelMicros
  return !isStored && past.some((one) => one.atMicros === atMicros && one.node === to && stepIs(one.step, way))
}

const stepIs = (step: string, way: string) => step in WAYS && WAYS[step as keyof typeof WAYS] === way

const LEAVES: ReadonlySet<string> = new Set(['deleted', 'expired', 'purged', 'deadLettered', 'redriven'])
const isGone = (past: readonly LifeEvent[], store: string) =>
  past.findLast(({ node, step }) => node === store && (step === 'stored' || LEAVES.has(step)))?.step !== 'stored'

/** The mark of a record that lies in a store since `stored`. */
function isAt({ mark }: PlacedMark, { node, row, place, atMicros }: LifeEvent, paint: number): boolean {
  switch (mark.on) {
    case 'shard':
      return mark.stream === node && mark.shard === row && mark.index === place - 1
    case 'queue':
      return mark.queue === node && mark.message >= 0 && mark.message === place - 1
    case 'way':
      return mark.way === 'stored' && mark.to === node && mark.atMicros === atMicros && mark.paint === paint
    case 'buffer':
    case 'box':
      return false
  }
}

/** On a tape whose columns show no single records: the column in which it is. */
function placeByAge({ node, row, atMicros }: LifeEvent, { plan, moment }: ShownPicture): PlaceOfLife | null {
  const index = plan.tapes.findIndex(({ stream, shard }) => stream.node.id === node && shard === row)
  const [tape, bed] = [plan.tapes[index], plan.beds[index]]
  if (!tape || !bed || bed.bead) return null
  const age = Math.min(bed.columns, (moment.nowMicros - atMicros) / 1e6 / bed.unitSeconds)
  return {
    ...{ x: bed.x + age * PITCH - PITCH, y: tape.top - 2, width: 2 * PITCH, height: tape.bottom - tape.top + 4 },
    isRound: false,
  }
}

function boxOf(id: string, scene: Scene): PlaceOfLife | null {
  const parts = [scene.producers, scene.streams, scene.queues, scene.applications, scene.pools, scene.plain]
  for (const map of parts) {
    const part = map.get(id)
    if (part) return { x: part.x - 4, y: part.y - 4, ...grown(sizeOf(scene, id)), isRound: false }
  }
  return null
}

const grown = ({ width, height }: { width: number; height: number }) => ({ width: width + 8, height: height + 8 })
