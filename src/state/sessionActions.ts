import type { SessionCommand, SessionContext, SessionEvent, SessionState } from './sessionEvents.ts'

export type On<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>

/** One thing that is done on an event: something is remembered, or something is asked of the worker. */
export type Action<E = SessionEvent> = (
  event: E,
  context: SessionContext,
) => { change: Partial<SessionContext> } | { command: SessionCommand | null }

/** One answer to an event: taken when its guard holds, into another state or staying. */
export type Way<E = SessionEvent> = {
  readonly when?: (event: E, context: SessionContext) => boolean
  readonly to?: SessionState
  readonly actions?: readonly Action<E>[]
}

/** What a state answers to each event: the first way whose guard holds; without one the event is ignored. */
export type Reactions = { readonly [T in SessionEvent['type']]?: readonly Way<On<T>>[] }

export function note<E = SessionEvent>(
  change: (event: E, context: SessionContext) => Partial<SessionContext>,
): Action<E> {
  return (event, context) => ({ change: change(event, context) })
}

/** The one way out. The machine itself touches nothing: whoever runs it carries the command out. Null asks for nothing. */
export function tell<E = SessionEvent>(
  command: (event: E, context: SessionContext) => SessionCommand | null,
): Action<E> {
  return (event, context) => ({ command: command(event, context) })
}
