import { setup } from 'xstate'
import type { SessionCommand, SessionContext, SessionEvent } from './sessionEvents.ts'
import { aim, arrives, arrivesAtStart, canStep, clampMicros, isOver, oneMoreStep, settle } from './sessionRules.ts'

const FIRST: SessionContext = {
  ...{ atMicros: 0, durationMicros: 0, resume: false, speed: 1, hidden: false, loading: true },
  ...{ progress: null, message: null, failure: null, next: null, cancelAsked: false, awaited: null },
}

const parts = setup({
  types: { context: {} as SessionContext, events: {} as SessionEvent },
  // The one way out. The machine itself touches nothing: whoever runs it provides this action.
  actions: { tell: (_, _command: SessionCommand) => {} },
})
type Situation = { context: SessionContext; event: SessionEvent }
const note = (change: Partial<SessionContext> | ((situation: Situation) => Partial<SessionContext>)) =>
  parts.assign((situation) => (typeof change === 'function' ? change(situation) : change))
const tell = (command: SessionCommand | ((context: SessionContext) => SessionCommand)) =>
  ({
    type: 'tell',
    params: ({ context }: Situation) => (typeof command === 'function' ? command(context) : command),
  }) as const

const takeDocument = note(({ context, event }) =>
  event.type !== 'LOAD'
    ? {}
    : {
        ...aim(clampMicros(event.toMicros, event.durationMicros)),
        ...{ durationMicros: event.durationMicros, resume: event.resume ?? context.resume, loading: true },
      },
)
const takeAim = note(({ context, event }) =>
  event.type === 'SEEK' ? aim(clampMicros(event.toMicros, context.durationMicros)) : {},
)
const takeNext = note(({ context, event }) =>
  event.type === 'SEEK' ? { next: clampMicros(event.toMicros, context.durationMicros) } : {},
)
const load = tell((context) => ({ do: 'load', toMicros: context.atMicros }))
const seek = tell((context) => ({ do: 'seek', toMicros: context.atMicros }))
const step = parts.enqueueActions(({ event, enqueue }) => {
  if (event.type === 'STEP') enqueue({ type: 'tell', params: { do: 'step', direction: event.direction } })
})
const play = parts.enqueueActions(({ context, enqueue }) => {
  if (!context.hidden) enqueue({ type: 'tell', params: { do: 'play', speed: context.speed } })
})
/** A seek that takes long ends at once when a newer place is wanted; a short one is quicker done than cancelled. */
const giveWay = parts.enqueueActions(({ context, enqueue }) => {
  if (context.next === null || context.progress === null || context.cancelAsked) return
  enqueue(note({ cancelAsked: true }))
  enqueue({ type: 'tell', params: { do: 'cancel' } })
})
const takeProgress = note(({ event }) =>
  event.type === 'PROGRESS' ? { progress: { from: event.fromMicros, at: event.atMicros, to: event.toMicros } } : {},
)
const takeSpeed = note(({ event }) => (event.type === 'SPEED' ? { speed: event.speed } : {}))
const land = note(({ event }) =>
  event.type === 'ARRIVED' ? { atMicros: event.atMicros, progress: null, cancelAsked: false } : {},
)
const compiled = note({ loading: false })

/** Where a load or a seek ends: on to a newer place, or playing, or standing. */
const landings = [
  {
    guard: (s: Situation) => arrives(s) && s.context.next !== null,
    target: '#session.seeking',
    actions: [note(({ context }) => aim(context.next ?? 0)), seek],
  },
  { guard: (s: Situation) => arrives(s) && s.context.resume, target: '#session.running', actions: [land] },
  { guard: arrivesAtStart, target: '#session.ready', actions: [land] },
  { guard: arrives, target: '#session.paused', actions: [land] },
] as const

const onTheWay = {
  PLAY: { actions: note({ resume: true }) },
  PAUSE: { actions: note({ resume: false }) },
  SEEK: { actions: [takeNext, giveWay] },
  CANCEL: { actions: [note({ resume: false, next: null, cancelAsked: true }), tell({ do: 'cancel' })] },
  PROGRESS: { actions: [takeProgress, giveWay] },
} as const
const standing = {
  PLAY: [
    { guard: isOver, target: '#session.seeking', actions: [note({ ...aim(0), resume: true }), seek] },
    { target: '#session.running' },
  ],
  STEP: { guard: canStep, target: '#session.paused', actions: [note(oneMoreStep), step] },
  SEEK: { target: '#session.seeking', actions: [takeAim, seek] },
  ARRIVED: { actions: note(settle) },
} as const
const startAnew = { target: '#session.booting', actions: [takeDocument, tell({ do: 'boot' }), load] } as const

/**
 * One worker's life with one document at a time. States: `booting` (a worker starts and compiles),
 * `ready` (stands at the start), `running`, `paused`, `seeking` (on the way to a place, after a
 * seek or an edit), `failed` (no worker; the document and the playhead are kept for `RETRY`).
 */
export const sessionMachine = parts.createMachine({
  id: 'session',
  context: FIRST,
  initial: 'booting',
  on: {
    LOAD: { target: '.seeking', actions: [takeDocument, load] },
    REFUSED: {
      target: '.failed',
      actions: note(({ event }) => (event.type === 'REFUSED' ? { message: event.message, failure: 'refused' } : {})),
    },
    FAILED: {
      target: '.failed',
      actions: note(({ event }) =>
        event.type === 'FAILED' ? { ...aim(event.atMicros), message: event.message, failure: 'crashed' } : {},
      ),
    },
    HIDE: { actions: note({ hidden: true }) },
    SHOW: { actions: note({ hidden: false }) },
    SPEED: { actions: takeSpeed },
  },
  states: {
    booting: {
      on: {
        ...onTheWay,
        LOAD: startAnew,
        LOADED: { target: 'seeking', actions: compiled },
      },
    },
    ready: { entry: note({ resume: false }), on: standing },
    running: {
      entry: [note({ resume: true, awaited: null }), play],
      on: {
        PAUSE: {
          target: 'paused',
          actions: [
            note(({ event }) =>
              event.type === 'PAUSE' ? { atMicros: event.atMicros, awaited: { reason: 'paused', count: 1 } } : {},
            ),
            tell({ do: 'pause' }),
          ],
        },
        STEP: { target: 'paused', actions: [note(oneMoreStep), tell({ do: 'pause' }), step] },
        SEEK: { target: 'seeking', actions: [takeAim, tell({ do: 'pause' }), seek] },
        ARRIVED: [
          { guard: ({ event }) => event.reason === 'ended', target: 'paused', actions: note(settle) },
          // Hidden, or paused and playing again at once: it stood there for a moment.
          { guard: ({ event }) => event.reason === 'paused', actions: note(settle) },
        ],
        HIDE: { actions: [note({ hidden: true }), tell({ do: 'pause' })] },
        SHOW: { actions: [note({ hidden: false }), play] },
        SPEED: { actions: [takeSpeed, play] },
      },
    },
    paused: { entry: note({ resume: false }), on: standing },
    seeking: {
      on: { ...onTheWay, LOADED: { actions: compiled }, ARRIVED: landings },
    },
    failed: {
      // Standing, not playing: a run that broke at this moment would break again at once.
      entry: [note({ resume: false, progress: null, loading: false, next: null }), tell({ do: 'terminate' })],
      on: {
        RETRY: {
          target: 'booting',
          actions: [note(({ context }) => ({ ...aim(context.atMicros), loading: true })), tell({ do: 'boot' }), load],
        },
        LOAD: startAnew,
        SEEK: { actions: takeAim },
        FAILED: {},
        REFUSED: {},
      },
    },
  },
})

export type SessionState = 'booting' | 'ready' | 'running' | 'paused' | 'seeking' | 'failed'
