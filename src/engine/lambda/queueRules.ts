import { ceil, max, min } from '../kernel/detMath.ts'
import type { LambdaPlan, ProvisionedPollers, TurnableLambda } from './lambdaPlan.ts'

// Rules of a mapping that reads a queue: they decide over plain numbers and change nothing.

/** How many invocations at once a mapping may have: it begins with `first`, stays between `least` and `most`. */
export type ScaleBounds = { first: number; least: number; most: number }

/**
 * LSQ.01, LSQ.03 to LSQ.06: it begins with five; never more than 1,250 or its maximum concurrency; with that setting it does not go
 * below the five it began with, without it down to two. Provisioned pollers set their own bounds.
 */
export function scaleBounds(plan: LambdaPlan, { maximumConcurrency }: Readonly<TurnableLambda>): ScaleBounds {
  const { provisioned, limits } = plan
  if (provisioned !== null) {
    const { least, most, invocations } = provisioned
    return { first: least * invocations, least: least * invocations, most: min(most * invocations, plan.workers) }
  }
  const hasMaximum = maximumConcurrency > 0
  const most = hasMaximum ? min(maximumConcurrency, limits.mappingInvocations) : limits.mappingInvocations
  const first = min(limits.firstInvocations, most)
  return { first, least: hasMaximum ? first : min(limits.idleInvocations, first), most: min(most, plan.workers) }
}

/**
 * LSQ.02, LSQ.04: one step of the ramp. Messages wait and every place is in use: one more. A place stands idle: one less, down to the
 * five, and further when nothing has come for a while.
 */
export function scaleStep(
  places: number,
  idle: number,
  messagesWait: boolean,
  mayGrow: boolean,
  floor: number,
  most: number,
): number {
  if (places > most) return idle > 0 ? -1 : 0
  if (idle === 0) return messagesWait && mayGrow && places < most ? 1 : 0
  return places > floor ? -1 : 0
}

/** LSQ.06: so many pollers carry so many invocations; the smallest number stands ready in any case. */
export function pollersFor(places: number, { least, invocations }: ProvisionedPollers): number {
  return max(least, ceil(places / invocations))
}
