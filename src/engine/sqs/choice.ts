import { floor, min } from '../kernel/detMath.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'
import type { World } from '../world.ts'
import { serversAsked, serversOf } from './serverSampling.ts'

export type QueueStreams = { servers: number; order: number; faults: number }

/**
 * Which of the messages in line one receive may have: a short poll those on the servers it asks (SQS.11), and any receive, where the
 * order is only best effort, one of the first few (SQS.02). Holds nothing from one receive to the next.
 */
export class Choice {
  private readonly world: World
  private readonly plan: QueuePlan
  private readonly settings: Readonly<TurnableQueue>
  private readonly streams: QueueStreams
  /** Decides on which servers a message lies. */
  private readonly seedWord: number
  private asked = 0
  /** So many others are passed over first. */
  skips = 0

  constructor(world: World, plan: QueuePlan, settings: Readonly<TurnableQueue>, streams: QueueStreams) {
    this.world = world
    this.plan = plan
    this.settings = settings
    this.streams = streams
    this.seedWord = world.random.uint32(streams.servers)
  }

  /** A receive begins. */
  begin(isShortPoll: boolean): void {
    const { servers } = this.plan
    this.asked = isShortPoll && servers > 0 ? serversAsked(this.world.random, this.streams.servers, servers) : 0
  }

  /** For its next message, of `available`; null = the first in line. */
  next(available: number): Choice | null {
    const { shuffleWindow } = this.settings
    if (shuffleWindow > 1) {
      const candidates = min(shuffleWindow, available)
      this.skips = floor(this.world.random.unit(this.streams.order) * candidates)
    } else if (this.asked === 0) return null
    else this.skips = 0
    return this
  }

  /** Whether the servers that are asked have a message. */
  isReachable(message: number): boolean {
    const { servers, serversOfMessage } = this.plan
    return this.asked === 0 || (this.asked & serversOf(message, this.seedWord, servers, serversOfMessage)) !== 0
  }
}
