import type { Way } from './sessionActions.ts'
import type { Session, SessionCommand, SessionContext, SessionEvent } from './sessionEvents.ts'
import { ENTRIES, REACTIONS } from './sessionTable.ts'

const FIRST: SessionContext = {
  ...{ atMicros: 0, durationMicros: 0, resume: false, speed: 1, hidden: false, loading: true },
  ...{ progress: null, message: null, failure: null, next: null, cancelAsked: false, awaited: null },
}

/** Before anything was opened. */
export const FIRST_SESSION: Session = { state: 'booting', context: FIRST }

/**
 * One worker's life with one document at a time. States: `booting` (a worker starts and compiles),
 * `ready` (stands at the start), `running`, `paused`, `seeking` (on the way to a place, after a
 * seek or an edit), `failed` (no worker; the document and the playhead are kept for `RETRY`).
 * Pure: what is to be done is returned as commands.
 */
export function nextSession(session: Session, event: SessionEvent): { session: Session; commands: SessionCommand[] } {
  const { state } = session
  let { context } = session
  // Each way is listed under the type of its own event.
  const ways = (REACTIONS[state][event.type] ?? []) as readonly Way[]
  const way = ways.find(({ when }) => when === undefined || when(event, context))
  const { to = state, actions = [] } = way ?? {}
  const commands: SessionCommand[] = []
  for (const action of to === state ? actions : [...actions, ...(ENTRIES[to] ?? [])]) {
    const done = action(event, context)
    if ('change' in done) context = { ...context, ...done.change }
    else if (done.command !== null) commands.push(done.command)
  }
  return { session: { state: to, context }, commands }
}
