import type { SessionContext, SessionEvent } from './sessionEvents.ts'

type Arrived = Extract<SessionEvent, { type: 'ARRIVED' }>
type Stepping = Extract<SessionEvent, { type: 'STEP' }>

/** A playhead is a whole number of microseconds inside the run. */
export function clampMicros(micros: number, durationMicros: number): number {
  return Math.min(durationMicros, Math.max(0, Math.round(micros))) || 0
}

/** Another place is the aim: whatever was under way is over. */
export function aim(atMicros: number): Partial<SessionContext> {
  return { atMicros, progress: null, message: null, failure: null, next: null, cancelAsked: false, awaited: null }
}

export const isOver = (_: SessionEvent, { awaited, atMicros, durationMicros }: SessionContext): boolean =>
  awaited === null && atMicros >= durationMicros

/** Is this answer the one to the seek under way? Late answers to a pause, a step or an older seek are not. */
export function arrives(event: Arrived, context: SessionContext): boolean {
  if (context.loading) return false
  if (event.reason === 'cancelled') return context.cancelAsked
  if (event.reason === 'ended') return context.atMicros >= context.durationMicros
  return event.reason === 'sought' && event.atMicros === context.atMicros
}

export const arrivesAtStart = (event: Arrived, context: SessionContext): boolean =>
  arrives(event, context) && event.atMicros === 0

/** While standing every answer tells more exactly where; `awaited` counts those still to come. */
export function settle(event: Arrived, { awaited }: SessionContext): Partial<SessionContext> {
  const left =
    awaited === null || event.reason === 'ended' ? 0 : awaited.count - (event.reason === awaited.reason ? 1 : 0)
  return { atMicros: event.atMicros, awaited: awaited === null || left === 0 ? null : { ...awaited, count: left } }
}

export function oneMoreStep(_: SessionEvent, { awaited }: SessionContext): Partial<SessionContext> {
  const under = awaited?.reason === 'stepped' ? awaited.count : 0
  return { awaited: { reason: 'stepped', count: under + 1 } }
}

/** A step off either end of the run goes nowhere, so nothing is asked. */
export function canStep(event: Stepping, context: SessionContext): boolean {
  if (context.awaited !== null) return true
  return event.direction === 1 ? context.atMicros < context.durationMicros : context.atMicros > 0
}
