import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { FifoQueue } from './fifoQueue.ts'
import { RECEIVED_AT } from './fifoSlots.ts'

/** So many messages in flight, and so many that wait, are told of each paint: as many as a lane shows one by one. */
const IN_FLIGHT_TOLD = 2
const WAITING_TOLD = PAINTS + PAINTS
const LANE = IN_FLIGHT_TOLD + IN_FLIGHT_TOLD + WAITING_TOLD

const ofLane = (paint: number): string[] => [
  ...Array.from({ length: IN_FLIGHT_TOLD }, (_, nth) => `leftPaint${paint}_${nth}`),
  ...Array.from({ length: IN_FLIGHT_TOLD }, (_, nth) => `inFlightNumberPaint${paint}_${nth}`),
  ...Array.from({ length: WAITING_TOLD }, (_, nth) => `waitingNumberPaint${paint}_${nth}`),
]
export const FIFO_SHOWN: readonly string[] = Array.from({ length: PAINTS }, (_, paint) => ofLane(paint)).flat()

/**
 * The single messages of a FIFO queue as long as they are few, by paint and the oldest first: what share of its visibility timeout
 * one in flight has left (SQS.05), and the number of each message in the queue, from 1. 0: none. While messages are delayed none is told.
 */
export function writeFifoShown(queue: FifoQueue, now: Micros, out: Float64Array, at: number): number {
  const end = at + FIFO_SHOWN.length
  out.fill(0, at, end)
  const { messages } = queue
  if (messages.live > PAINTS * WAITING_TOLD || queue.delayed > 0) return end
  const all: { message: number; slot: number }[] = []
  queue.eachMessage((message, slot) => all.push({ message, slot }))
  all.sort((a, b) => a.message - b.message)
  const flying = new Int32Array(PAINTS)
  const waiting = new Int32Array(PAINTS)
  for (const { message, slot } of all) {
    const paint = messages.paintOf(message)
    const lane = at + paint * LANE
    const until = slot < 0 ? Infinity : queue.hiddenUntil(slot)
    if (until === Infinity) {
      const nth = waiting[paint]!
      waiting[paint] = nth + 1
      if (nth < WAITING_TOLD) out[lane + IN_FLIGHT_TOLD + IN_FLIGHT_TOLD + nth] = message
      continue
    }
    const nth = flying[paint]!
    flying[paint] = nth + 1
    if (nth >= IN_FLIGHT_TOLD) continue
    out[lane + nth] = (until - now) / (until - messages.value(slot, RECEIVED_AT))
    out[lane + IN_FLIGHT_TOLD + nth] = message
  }
  return end
}
