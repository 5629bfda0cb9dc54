// Refused records that wait for their next attempt, earliest first. One double holds time and slot,
// so a comparison is one subtraction and equal times keep an order that never depends on the heap's shape.

const SLOT_BITS = 16
const SLOTS = 1 << SLOT_BITS

export type RetryHeap = {
  size: number
  order: Float64Array
  free: Uint16Array
  producer: Uint8Array
  attempt: Uint8Array
  created: Int32Array
  bytes: Uint16Array
  key: Uint16Array
}

export function createRetryHeap(): RetryHeap {
  return {
    size: 0,
    order: new Float64Array(SLOTS),
    free: Uint16Array.from({ length: SLOTS }, (_, slot) => slot),
    producer: new Uint8Array(SLOTS),
    attempt: new Uint8Array(SLOTS),
    created: new Int32Array(SLOTS),
    bytes: new Uint16Array(SLOTS),
    key: new Uint16Array(SLOTS),
  }
}

/** Gives the slot whose columns the caller fills. */
export function pushRetry(heap: RetryHeap, atMicros: number): number {
  const { order } = heap
  const slot = heap.free[heap.size]!
  const value = atMicros * SLOTS + slot
  let hole = heap.size++
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    if (order[parent]! <= value) break
    order[hole] = order[parent]!
    hole = parent
  }
  order[hole] = value
  return slot
}

/** Time of the earliest retry, or `none` when nothing waits. */
export function earliestRetry(heap: RetryHeap, none: number): number {
  return heap.size === 0 ? none : Math.floor(heap.order[0]! / SLOTS)
}

/** Takes the earliest out; its columns stay readable until the next push. */
export function popRetry(heap: RetryHeap): number {
  const { order } = heap
  const first = order[0]!
  const slot = first - Math.floor(first / SLOTS) * SLOTS
  const size = --heap.size
  heap.free[size] = slot
  const last = order[size]!
  let hole = 0
  for (let child = 1; child < size; child = 2 * hole + 1) {
    if (child + 1 < size && order[child + 1]! < order[child]!) child++
    if (order[child]! >= last) break
    order[hole] = order[child]!
    hole = child
  }
  order[hole] = last
  return slot
}
