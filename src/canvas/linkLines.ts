import type { PlacedQueue, PlacedStream, Scene } from './geometry.ts'
import type { Point } from './measures.ts'
import { rowOf, type ShardRow } from './streamGeometry.ts'

// Lines of right angles: the way back of refused records, rails to a reader's bus, and the take of a pool.

const BUS_FIRST = 14
const BUS_PITCH = 11
/** Distance of the way back from the producer's box. */
const BACK = 20

export const railY = (row: ShardRow, reader: number): number => row.rails[reader] ?? (row.tapeTop + row.tapeBottom) / 2

/** Right edge of the stream, then the bus of reader `index`. */
export const busX = (stream: PlacedStream, index: number): number =>
  stream.x + stream.geometry.width + BUS_FIRST + index * BUS_PITCH

/** From the gate of a shard back to the send buffer that holds the refused records. */
export function refusedLine(scene: Scene, stream: PlacedStream, producerId: string, shard: number): Point[] {
  const producer = scene.producers.get(producerId)
  const buffer = producer?.geometry.buffers.find((entry) => entry.target === stream.node.id)
  const row = rowOf(stream.geometry, shard)
  if (!producer || !buffer || !row) return []
  const right = producer.x + producer.geometry.width
  const y = stream.y + row.refusedY
  const returnY = producer.y + buffer.returnY
  return [
    { x: stream.x + stream.geometry.gateX - 1, y },
    { x: right + BACK, y },
    { x: right + BACK, y: returnY },
    { x: right + 2, y: returnY },
  ]
}

/** Along the rail of one shard to the bus of the reader and into its box. */
export function railLine(scene: Scene, stream: PlacedStream, readerId: string, shard: number): Point[] {
  const index = stream.readers.indexOf(readerId)
  const row = rowOf(stream.geometry, shard)
  const reader = scene.applications.get(readerId)
  if (index < 0 || !row || !reader) return []
  const y = stream.y + railY(row, index)
  const x = busX(stream, index)
  const port = reader.y + reader.geometry.portY
  return [
    { x: stream.x + stream.geometry.tapeX, y },
    { x, y },
    { x, y: port },
    { x: reader.x, y: port },
  ]
}

/** From a producer to the bag. */
export function sendLine(scene: Scene, queue: PlacedQueue, producerId: string): { from: Point; to: Point } | null {
  const producer = scene.producers.get(producerId)
  const buffer = producer?.geometry.buffers.find((entry) => entry.target === queue.node.id)
  if (!producer || !buffer) return null
  return {
    from: { x: producer.x + producer.geometry.width + 1, y: producer.y + buffer.outY },
    to: { x: queue.x + queue.geometry.bag.x, y: queue.y + queue.geometry.portY },
  }
}

/** Between two nodes of which at least one is a plain box: from the middle of one side to the other's port. */
export function plainLine(scene: Scene, fromId: string, toId: string): { from: Point; to: Point } | null {
  const from = outPoint(scene, fromId, toId)
  const to = inPoint(scene, toId)
  return from && to ? { from, to } : null
}

function outPoint(scene: Scene, id: string, targetId: string): Point | null {
  const producer = scene.producers.get(id)
  if (producer) {
    const buffer = producer.geometry.buffers.find((entry) => entry.target === targetId)
    return {
      x: producer.x + producer.geometry.width + 1,
      y: producer.y + (buffer?.outY ?? producer.geometry.height / 2),
    }
  }
  const queue = scene.queues.get(id)
  if (queue) {
    const { bag, portY } = queue.geometry
    return { x: queue.x + bag.x + bag.width, y: queue.y + portY }
  }
  const part = scene.plain.get(id) ?? scene.streams.get(id) ?? scene.applications.get(id) ?? scene.pools.get(id)
  if (!part) return null
  const { width, height } = part.geometry
  const portY = 'portY' in part.geometry ? part.geometry.portY : height / 2
  return { x: part.x + width, y: part.y + portY }
}

function inPoint(scene: Scene, id: string): Point | null {
  const queue = scene.queues.get(id)
  if (queue) return { x: queue.x + queue.geometry.bag.x, y: queue.y + queue.geometry.portY }
  const part = scene.plain.get(id) ?? scene.applications.get(id) ?? scene.pools.get(id)
  return part ? { x: part.x, y: part.y + part.geometry.portY } : null
}

/** From the bag to the bracket before a pool's workers. */
export function takeLine(
  scene: Scene,
  queue: PlacedQueue,
  poolId: string,
): { from: Point; bracketX: number; port: Point } | null {
  const pool = scene.pools.get(poolId)
  if (!pool) return null
  return {
    from: { x: queue.x + queue.geometry.bag.x + queue.geometry.bag.width, y: queue.y + queue.geometry.portY },
    bracketX: pool.x - 16,
    port: { x: pool.x, y: pool.y + pool.geometry.portY },
  }
}
