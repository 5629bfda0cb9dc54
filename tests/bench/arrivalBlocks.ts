import { minusLog, type Streams } from './draws.ts'
import { MODEL } from './model.ts'

/** Records that one producer draws ahead at a time. */
export const BLOCK = 1024

/** New records of all producers; producer p's block lies in rows p * BLOCK to (p + 1) * BLOCK - 1. */
export type ArrivalBlocks = { at: Int32Array; bytes: Uint16Array; key: Uint16Array }

export function createArrivalBlocks(): ArrivalBlocks {
  const rows = MODEL.producers * BLOCK
  return { at: new Int32Array(rows), bytes: new Uint16Array(rows), key: new Uint16Array(rows) }
}

/** Draws a producer's next block. Arrivals depend on nothing but chance, so a tight loop may run ahead of the clock. */
export function fillBlock(blocks: ArrivalBlocks, streams: Streams, producer: number, afterMicros: number): void {
  const { at, bytes, key } = blocks
  const word = 4 * producer
  // The generator's state in locals for the time of the loop: four registers instead of eight memory accesses a draw.
  let a = streams[word]!
  let b = streams[word + 1]!
  let c = streams[word + 2]!
  let d = streams[word + 3]!
  const draw = () => {
    const result = (a + b + d) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    d = (d + 1) | 0
    return result >>> 0
  }
  let time = afterMicros
  const end = (producer + 1) * BLOCK
  for (let row = producer * BLOCK; row < end; row++) {
    time += (MODEL.meanGapMicros * minusLog(draw()) + 0.5) | 0
    at[row] = time
    key[row] = draw() * 2 ** -32 < MODEL.hotShare ? 0 : draw() * 2 ** -32 * MODEL.keyCount
    bytes[row] = MODEL.sizeMin + draw() * 2 ** -32 * MODEL.sizeSpan
  }
  streams[word] = a
  streams[word + 1] = b
  streams[word + 2] = c
  streams[word + 3] = d
}
