import { SandboxWorld } from '../../src/engine/sandbox/sandboxWorld.ts'
import type { DeliveryFault } from '../../src/engine/sandbox/sns/deliveryFault.ts'
import type { Copy, QueueDoor } from '../../src/engine/sandbox/sns/queueDoor.ts'
import { Sns } from '../../src/engine/sandbox/sns/sns.ts'
import { snsLimitsOf } from '../../src/engine/sandbox/sns/snsLimits.ts'

export const SECOND = 1_000_000

/** SNS alone, in front of queues that only note what arrives and when. */
export function snsBench(options: { region?: string; throttling?: boolean; faults?: DeliveryFault[] } = {}) {
  const sandbox = new SandboxWorld(1)
  const arrived = new Map<string, (Copy & { at: number })[]>()
  const door: QueueDoor = {
    deliver(arn, copy) {
      const queue = arrived.get(arn)
      if (queue === undefined) return 'missing'
      queue.push({ ...copy, at: sandbox.now })
      return 'taken'
    },
    callEnded() {},
  }
  const region = options.region ?? 'us-east-1'
  const limits = snsLimitsOf('today', region, options.throttling ?? true)
  const sns = new Sns(sandbox, region, limits, door, options.faults ?? [])
  const queue = (name: string) => {
    const arn = `arn:aws:sqs:${region}:000000000000:${name}`
    arrived.set(arn, [])
    return arn
  }
  return {
    sns,
    queue,
    removeQueue: (arn: string) => arrived.delete(arn),
    /** Bodies that have arrived at a queue so far. */
    bodies: (arn: string) => (arrived.get(arn) ?? []).map(({ body }) => body),
    arrived: (arn: string) => arrived.get(arn) ?? [],
    now: () => sandbox.now,
    advanceTo: (micros: number) => sandbox.advanceTo(micros),
  }
}

/** The code of the refusal, 'ok' when there is none. */
export function codeOf(call: () => unknown): string {
  try {
    call()
    return 'ok'
  } catch (error) {
    return (error as Error).name
  }
}
