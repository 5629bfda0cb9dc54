import type { PlacedQueue } from './geometry.ts'

/** Above this many messages a bag is drawn in grains, even when one mark is one message. */
const BEADS_MAX = 48

export const drawsBeads = (queue: Pick<PlacedQueue, 'perDot'>, messages: number): boolean =>
  queue.perDot === 1 && messages <= BEADS_MAX
