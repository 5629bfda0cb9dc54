import { type Action, note, type On, type Reactions, tell, type Way } from './sessionActions.ts'
import type { SessionContext, SessionState } from './sessionEvents.ts'
import { aim, arrives, arrivesAtStart, canStep, clampMicros, isOver, oneMoreStep, settle } from './sessionRules.ts'

// The tables of the session: what each state answers to each event, and what it does when it is entered.

const takeDocument = note<On<'LOAD'>>(({ durationMicros, resume, toMicros }, context) => ({
  ...aim(clampMicros(toMicros, durationMicros)),
  ...{ durationMicros, resume: resume ?? context.resume, loading: true },
}))
const takeAim = note<On<'SEEK'>>(({ toMicros }, { durationMicros }) => aim(clampMicros(toMicros, durationMicros)))
const takeNext = note<On<'SEEK'>>(({ toMicros }, { durationMicros }) => ({
  next: clampMicros(toMicros, durationMicros),
}))
const takeSpeed = note<On<'SPEED'>>(({ speed }) => ({ speed }))
const takeProgress = note<On<'PROGRESS'>>(({ fromMicros, atMicros, toMicros }) => ({
  progress: { from: fromMicros, at: atMicros, to: toMicros },
}))
const load = tell((_, { atMicros }) => ({ do: 'load', toMicros: atMicros }))
const seek = tell((_, { atMicros }) => ({ do: 'seek', toMicros: atMicros }))
const step = tell<On<'STEP'>>(({ direction }) => ({ do: 'step', direction }))
const play = tell((_, { hidden, speed }) => (hidden ? null : { do: 'play', speed }))
const pause = tell(() => ({ do: 'pause' }))
const boot = tell(() => ({ do: 'boot' }))
const settled = note<On<'ARRIVED'>>(settle)
const compiled = note(() => ({ loading: false }))
const land = note<On<'ARRIVED'>>(({ atMicros }) => ({ atMicros, progress: null, cancelAsked: false }))

/** A seek that takes long ends at once when a newer place is wanted; a short one is quicker done than cancelled. */
const mustGiveWay = ({ next, progress, cancelAsked }: SessionContext) =>
  next !== null && progress !== null && !cancelAsked
const giveWay: readonly Action[] = [
  tell((_, context) => (mustGiveWay(context) ? { do: 'cancel' } : null)),
  note((_, context) => (mustGiveWay(context) ? { cancelAsked: true } : {})),
]

/** Where a load or a seek ends: on to a newer place, or playing, or standing. */
const landings: readonly Way<On<'ARRIVED'>>[] = [
  {
    when: (event, context) => arrives(event, context) && context.next !== null,
    to: 'seeking',
    actions: [note((_, { next }) => aim(next ?? 0)), seek],
  },
  { when: (event, context) => arrives(event, context) && context.resume, to: 'running', actions: [land] },
  { when: arrivesAtStart, to: 'ready', actions: [land] },
  { when: arrives, to: 'paused', actions: [land] },
]

const anywhere: Reactions = {
  LOAD: [{ to: 'seeking', actions: [takeDocument, load] }],
  REFUSED: [{ to: 'failed', actions: [note(({ message }) => ({ message, failure: 'refused' }))] }],
  FAILED: [
    {
      to: 'failed',
      actions: [note(({ atMicros, message }) => ({ ...aim(atMicros), message, failure: 'crashed' }))],
    },
  ],
  HIDE: [{ actions: [note(() => ({ hidden: true }))] }],
  SHOW: [{ actions: [note(() => ({ hidden: false }))] }],
  SPEED: [{ actions: [takeSpeed] }],
}
const onTheWay: Reactions = {
  ...anywhere,
  PLAY: [{ actions: [note(() => ({ resume: true }))] }],
  PAUSE: [{ actions: [note(() => ({ resume: false }))] }],
  SEEK: [{ actions: [takeNext, ...giveWay] }],
  CANCEL: [
    { actions: [note(() => ({ resume: false, next: null, cancelAsked: true })), tell(() => ({ do: 'cancel' }))] },
  ],
  PROGRESS: [{ actions: [takeProgress, ...giveWay] }],
}
const standing: Reactions = {
  ...anywhere,
  PLAY: [
    { when: isOver, to: 'seeking', actions: [note(() => ({ ...aim(0), resume: true })), seek] },
    { to: 'running' },
  ],
  STEP: [{ when: canStep, to: 'paused', actions: [note(oneMoreStep), step] }],
  SEEK: [{ to: 'seeking', actions: [takeAim, seek] }],
  ARRIVED: [{ actions: [settled] }],
}
const startAnew: Reactions['LOAD'] = [{ to: 'booting', actions: [takeDocument, boot, load] }]

export const REACTIONS: Readonly<Record<SessionState, Reactions>> = {
  booting: { ...onTheWay, LOAD: startAnew, LOADED: [{ to: 'seeking', actions: [compiled] }] },
  ready: standing,
  running: {
    ...anywhere,
    PAUSE: [
      {
        to: 'paused',
        actions: [note(({ atMicros }) => ({ atMicros, awaited: { reason: 'paused', count: 1 } })), pause],
      },
    ],
    STEP: [{ to: 'paused', actions: [note(oneMoreStep), pause, step] }],
    SEEK: [{ to: 'seeking', actions: [takeAim, pause, seek] }],
    ARRIVED: [
      { when: ({ reason }) => reason === 'ended' || reason === 'stopped', to: 'paused', actions: [settled] },
      // Hidden, or paused and playing again at once: it stood there for a moment.
      { when: ({ reason }) => reason === 'paused', actions: [settled] },
    ],
    HIDE: [{ actions: [note(() => ({ hidden: true })), pause] }],
    SHOW: [{ actions: [note(() => ({ hidden: false })), play] }],
    SPEED: [{ actions: [takeSpeed, play] }],
  },
  paused: standing,
  seeking: { ...onTheWay, LOADED: [{ actions: [compiled] }], ARRIVED: landings },
  failed: {
    ...anywhere,
    RETRY: [
      {
        to: 'booting',
        actions: [note((_, { atMicros }) => ({ ...aim(atMicros), loading: true })), boot, load],
      },
    ],
    LOAD: startAnew,
    SEEK: [{ actions: [takeAim] }],
    FAILED: [],
    REFUSED: [],
  },
}

const stands = note(() => ({ resume: false }))

/** What is done on coming into a state from another one. */
export const ENTRIES: Readonly<Partial<Record<SessionState, readonly Action[]>>> = {
  ready: [stands],
  running: [note(() => ({ resume: true, awaited: null })), play],
  paused: [stands],
  // Standing, not playing: a run that broke at this moment would break again at once.
  failed: [
    note(() => ({ resume: false, progress: null, loading: false, next: null })),
    tell(() => ({ do: 'terminate' })),
  ],
}
