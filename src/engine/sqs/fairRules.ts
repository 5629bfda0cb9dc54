import type { Micros } from '../kernel/time.ts'

/** What fair queues go by; AWS calls its thresholds approximate (SQS.22, SQS.24). */
export type FairRules = {
  /** Share of the messages in flight, and of the recent processing time, above which a tenant is noisy. */
  noisyInFlightShare: number
  noisyTimeShare: number
  /** A tenant with fewer messages in flight than this is not noisy for their share. */
  noisyInFlightLeast: number
  /** How far back "recent" goes: our assumption (X-Q2). */
  recentMicros: Micros
  /** So long without a message in flight, and a tenant is quiet again. */
  quietAfterMicros: Micros
}

/** SQS.22 (a): more than a tenth of all messages in flight, and at least thirty, are this tenant's. */
export function crowdsFlight(own: number, all: number, rules: FairRules): boolean {
  return own >= rules.noisyInFlightLeast && own / all > rules.noisyInFlightShare
}

/** SQS.22 (b): more than a tenth of the time that consumers spent lately was for this tenant. */
export function takesTime(ownMicros: number, allMicros: number, rules: FairRules): boolean {
  return allMicros > 0 && ownMicros / allMicros > rules.noisyTimeShare
}
