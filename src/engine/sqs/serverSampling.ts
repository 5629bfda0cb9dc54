import { mix } from '../kernel/digest.ts'
import type { RandomStreams } from '../kernel/random.ts'

// X-Q1, ours: a queue lies on some servers, each message on a few of them, and a short poll asks half of them (SQS.11). Sets of
// servers are masks, one bit a server.

/** Servers that a message lies on: the same at every question, so nothing has to be kept for it. */
export function serversOf(message: number, seedWord: number, servers: number, copies: number): number {
  let hash = mix(seedWord, message)
  let mask = 0
  for (let i = 0; i < copies && i < servers; i++) {
    hash = mix(hash, i)
    mask |= nthFree(mask, (hash >>> 0) % (servers - i))
  }
  return mask
}

/** Servers that one short poll asks: half of them, rounded up, drawn anew. */
export function serversAsked(random: RandomStreams, stream: number, servers: number): number {
  const asked = (servers + 1) >> 1
  let mask = 0
  for (let i = 0; i < asked; i++) mask |= nthFree(mask, random.uint32(stream) % (servers - i))
  return mask
}

/** The n-th server that a mask leaves free, from 0, as a mask. */
function nthFree(mask: number, n: number): number {
  let bit = 1
  for (let left = n; ; bit <<= 1) {
    if ((mask & bit) !== 0) continue
    if (left === 0) return bit
    left--
  }
}
