import { DEFAULT_REGION } from '../../aws/index.ts'
import type { Micros } from '../kernel/time.ts'
import { Kinesis } from './kinesis/kinesis.ts'
import { kinesisLimitsOf } from './kinesis/kinesisLimits.ts'
import { SandboxWorld } from './sandboxWorld.ts'
import type { DeliveryFault } from './sns/deliveryFault.ts'
import { Sns } from './sns/sns.ts'
import { snsLimitsOf } from './sns/snsLimits.ts'
import type { QueueFaults } from './sqs/queueBuilder.ts'
import { Sqs } from './sqs/sqs.ts'
import { sqsLimitsOf } from './sqs/sqsLimits.ts'

/** What the services may do and seldom does happen; nothing of it unless it is asked for. */
export type SandboxFaults = QueueFaults & {
  /** Ways from SNS to a queue that fail for some time, as a server-side error (SNS.07). */
  deliveries?: readonly DeliveryFault[]
}

export type SandboxOptions = {
  /** Any safe integer; the same seed and calls give the same answers. Default 1. */
  seed?: number
  /** Whose limits: AWS's of today, or those that the article on Kinesis and SQS names. Default `today`. */
  profile?: 'today' | 'article'
  /** A Region's name; it decides quotas that differ. Default us-east-1. */
  region?: string
  /** false: no call is refused for going over a rate; sizes and states are still checked. Default true. */
  throttling?: boolean
  /** Messages seen twice, deletes without effect, another order, deliveries that fail. Default: nothing of it. */
  faults?: SandboxFaults
}

/** Single calls to the services on a virtual clock that stands still between them. */
export type Sandbox = {
  /** Microseconds since the sandbox was made. */
  now(): Micros
  /** Lets time pass, in whole microseconds. RangeError for a number that is not one. */
  advance(micros: Micros): void
  readonly kinesis: Kinesis
  readonly sqs: Sqs
  readonly sns: Sns
}

/** A door for single calls, on the models that scenarios run on. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { seed = 1, profile = 'today', region = DEFAULT_REGION, throttling = true, faults = {} } = options
  const sandbox = new SandboxWorld(seed)
  const sqs = new Sqs(sandbox, region, sqsLimitsOf(profile, region, throttling), faults)
  const snsLimits = snsLimitsOf(profile, region, throttling)
  return {
    kinesis: new Kinesis(sandbox, region, profile, kinesisLimitsOf(profile, region, throttling)),
    sqs,
    sns: new Sns(sandbox, region, snsLimits, sqs.door, faults.deliveries ?? []),
    now: () => sandbox.now,
    advance: (micros) => {
      if (!Number.isSafeInteger(micros) || micros < 0)
        throw new RangeError(`Time passes in whole microseconds, not ${micros}`)
      sandbox.advanceTo(sandbox.now + micros)
    },
  }
}
