import type { SessionContext, SessionEvent } from './sessionEvents.ts'

type Situation = { context: SessionContext; event: SessionEvent }

/** A playhead is a whole number of microseconds inside the run. */
export function clampMicros(micros: number, durationMicros: number): number {
  return Math.min(durationMicros, Math.max(0, Math.round(micros))) || 0
}

/** Another place is the aim: whatever was under way is over. */
export function aim(atMicros: number): Partial<SessionContext> {
  return { atMicros, progress: null, message: null, failure: null, next: null, cancelAsked: false, awaited: null }
}

export const isOver = ({ context }: Situation): boolean =>
  context.awaited === null && context.atMicros >= context.durationMicros

/** Is this answer the one to the seek under way? Late answers to a pause, a step or an older seek are not. */
export function arrives({ context, event }: Situation): boolean {
  if (event.type !== 'ARRIVED' || context.loading) return false
  if (event.reason === 'cancelled') return context.cancelAsked
  if (event.reason === 'ended') return context.atMicros >= context.durationMicros
  return event.reason === 'sought' && event.atMicros === context.atMicros
}

export const arrivesAtStart = (situation: Situation): boolean =>
  arrives(situation) && situation.event.type === 'ARRIVED' && situation.event.atMicros === 0

/** While standing every answer tells more exactly where; `awaited` counts those still to come. */
export function settle({ context, event }: Situation): Partial<SessionContext> {
  if (event.type !== 'ARRIVED') return {}
  const { awaited } = context
  const left =
    awaited === null || event.reason === 'ended' ? 0 : awaited.count - (event.reason === awaited.reason ? 1 : 0)
  return { atMicros: event.atMicros, awaited: awaited === null || left === 0 ? null : { ...awaited, count: left } }
}

export function oneMoreStep({ context }: Situation): Partial<SessionContext> {
  const under = context.awaited?.reason === 'stepped' ? context.awaited.count : 0
  return { awaited: { reason: 'stepped', count: under + 1 } }
}

/** A step off either end of the run goes nowhere, so nothing is asked. */
export function canStep({ context, event }: Situation): boolean {
  if (event.type !== 'STEP') return false
  if (context.awaited !== null) return true
  return event.direction === 1 ? context.atMicros < context.durationMicros : context.atMicros > 0
}
