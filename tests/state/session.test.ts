import { describe, expect, it } from 'vitest'
import { FIRST_SESSION, nextSession } from '../../src/state/session.ts'
import type { Session, SessionCommand, SessionEvent, SessionState } from '../../src/state/sessionEvents.ts'

const SECOND = 1_000_000

/** What it would do is returned as the list of commands of the last event. */
function walk(events: readonly SessionEvent[], from: Session = FIRST_SESSION) {
  let session = from
  let commands: SessionCommand[] = []
  for (const event of events) ({ session, commands } = nextSession(session, event))
  return { session, ...session, commands }
}

const load = (seconds: number, resume?: boolean): SessionEvent => ({
  type: 'LOAD',
  toMicros: seconds * SECOND,
  durationMicros: 100 * SECOND,
  ...(resume === undefined ? {} : { resume }),
})
const sought = (seconds: number): SessionEvent => ({ type: 'ARRIVED', atMicros: seconds * SECOND, reason: 'sought' })
const arrived = (seconds: number, reason: 'paused' | 'stepped' | 'ended' | 'cancelled' | 'stopped'): SessionEvent => ({
  type: 'ARRIVED',
  atMicros: seconds * SECOND,
  reason,
})
const seek = (seconds: number): SessionEvent => ({ type: 'SEEK', toMicros: seconds * SECOND })
const pause: SessionEvent = { type: 'PAUSE', atMicros: 7 * SECOND }
const progress: SessionEvent = { type: 'PROGRESS', fromMicros: 0, atMicros: SECOND, toMicros: 20 * SECOND }
const failed: SessionEvent = { type: 'FAILED', message: 'lost', atMicros: 9 * SECOND }

const WAYS: Record<SessionState, SessionEvent[]> = {
  booting: [load(0)],
  ready: [load(0), { type: 'LOADED' }, sought(0)],
  running: [load(0, true), { type: 'LOADED' }, sought(0)],
  paused: [load(5), { type: 'LOADED' }, sought(5)],
  seeking: [load(0), { type: 'LOADED' }, sought(0), seek(20)],
  failed: [load(5), { type: 'LOADED' }, sought(5), failed],
}
const STATES = Object.keys(WAYS) as SessionState[]

// Every event in every state. A dot: the state stays.
const EVENTS: Record<SessionEvent['type'], SessionEvent> = {
  LOAD: load(3),
  PLAY: { type: 'PLAY' },
  PAUSE: pause,
  STEP: { type: 'STEP', direction: 1 },
  SEEK: seek(30),
  CANCEL: { type: 'CANCEL' },
  SPEED: { type: 'SPEED', speed: 4 },
  RETRY: { type: 'RETRY' },
  HIDE: { type: 'HIDE' },
  SHOW: { type: 'SHOW' },
  LOADED: { type: 'LOADED' },
  REFUSED: { type: 'REFUSED', message: 'too many records' },
  ARRIVED: sought(20),
  PROGRESS: progress,
  FAILED: failed,
}
const TABLE = `
event     booting  ready    running  paused   seeking  failed
LOAD      .        seeking  seeking  seeking  .        booting
PLAY      .        running  .        running  .        .
PAUSE     .        .        paused   .        .        .
STEP      .        paused   paused   .        .        .
SEEK      .        seeking  seeking  seeking  .        .
CANCEL    .        .        .        .        .        .
SPEED     .        .        .        .        .        .
RETRY     .        .        .        .        .        booting
HIDE      .        .        .        .        .        .
SHOW      .        .        .        .        .        .
LOADED    seeking  .        .        .        .        .
REFUSED   failed   failed   failed   failed   failed   .
ARRIVED   .        .        .        .        paused   .
PROGRESS  .        .        .        .        .        .
FAILED    failed   failed   failed   failed   failed   .`
const ROWS = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

describe('every event in every state', () => {
  const [heads = [], ...rows] = ROWS
  it('is in the table', () => {
    expect(heads.slice(1)).toEqual(STATES)
    expect(rows.map(([event]) => event)).toEqual(Object.keys(EVENTS))
  })
  for (const [name = '', ...targets] of rows) {
    it(name, () => {
      const reached = STATES.map((state) => walk([...WAYS[state], EVENTS[name as SessionEvent['type']]]).state)
      expect(reached).toEqual(STATES.map((state, i) => (targets[i] === '.' ? state : targets[i])))
    })
  }
})

describe('what the worker is told', () => {
  it('boots, loads, plays when loaded', () => {
    expect(walk([load(0, true)]).commands).toEqual([{ do: 'boot' }, { do: 'load', toMicros: 0 }])
    expect(walk(WAYS.running).commands).toEqual([{ do: 'play', speed: 1 }])
  })
  it('loads into the living worker after an edit and plays on', () => {
    const edited = walk([...WAYS.running, load(4)])
    expect(edited.commands).toEqual([{ do: 'load', toMicros: 4 * SECOND }])
    const back = walk([{ type: 'LOADED' }, sought(4)], edited.session)
    expect([back.state, back.commands]).toEqual(['running', [{ do: 'play', speed: 1 }]])
  })
  it('stays paused after an edit when it was paused', () => {
    const back = walk([...WAYS.paused, load(4), { type: 'LOADED' }, sought(4)])
    expect([back.state, back.commands]).toEqual(['paused', []])
  })
  it('pauses before a step and before a seek', () => {
    expect(walk([...WAYS.running, { type: 'STEP', direction: -1 }]).commands).toEqual([
      { do: 'pause' },
      { do: 'step', direction: -1 },
    ])
    expect(walk([...WAYS.running, seek(30)]).commands).toEqual([{ do: 'pause' }, { do: 'seek', toMicros: 30 * SECOND }])
  })
  it('starts a new worker with the same playhead after a failure, from each state', () => {
    for (const state of STATES) {
      if (state === 'failed') continue
      const lost = walk([...WAYS[state], failed])
      expect(lost.state).toBe('failed')
      expect(lost.commands).toEqual([{ do: 'terminate' }])
      expect(lost.context.message).toBe('lost')
      const retried = walk([{ type: 'RETRY' }], lost.session)
      expect(retried.state).toBe('booting')
      expect(retried.commands).toEqual([{ do: 'boot' }, { do: 'load', toMicros: 9 * SECOND }])
      expect(retried.context.message).toBeNull()
      const standing = walk([{ type: 'LOADED' }, sought(9)], retried.session)
      expect([standing.state, standing.context.atMicros]).toEqual(['paused', 9 * SECOND])
    }
  })
  it('tells apart a document that is refused', () => {
    const { state, context } = walk([...WAYS.running, load(3), EVENTS.REFUSED])
    expect([state, context.failure, context.message, context.atMicros]).toEqual([
      'failed',
      'refused',
      'too many records',
      3 * SECOND,
    ])
    expect(walk([...WAYS.running, failed]).context.failure).toBe('crashed')
  })
  it('changes speed while running, and keeps it for later otherwise', () => {
    expect(walk([...WAYS.running, EVENTS.SPEED]).commands).toEqual([{ do: 'play', speed: 4 }])
    const paused = walk([...WAYS.paused, EVENTS.SPEED])
    expect(paused.commands).toEqual([])
    expect(walk([{ type: 'PLAY' }], paused.session).commands).toEqual([{ do: 'play', speed: 4 }])
  })
})

describe('a hidden page', () => {
  it('pauses the worker, not the session, and goes on when seen again', () => {
    const hidden = walk([...WAYS.running, { type: 'HIDE' }])
    expect([hidden.state, hidden.commands]).toEqual(['running', [{ do: 'pause' }]])
    const answered = walk([arrived(6, 'paused')], hidden.session)
    expect([answered.state, answered.context.atMicros]).toEqual(['running', 6 * SECOND])
    expect(walk([{ type: 'SHOW' }], answered.session).commands).toEqual([{ do: 'play', speed: 1 }])
  })
  it('does not start to play while hidden', () => {
    for (const events of [
      [{ type: 'PLAY' }],
      [EVENTS.SPEED, { type: 'PLAY' }],
      [{ type: 'PLAY' }, EVENTS.SPEED],
    ] as SessionEvent[][]) {
      const { state, commands } = walk([...WAYS.paused, { type: 'HIDE' }, ...events])
      expect([state, commands]).toEqual(['running', []])
    }
  })
  it('pauses for good when told so while hidden', () => {
    const { state, commands } = walk([...WAYS.running, { type: 'HIDE' }, pause, { type: 'SHOW' }])
    expect([state, commands]).toEqual(['paused', []])
  })
})

describe('seeking', () => {
  it('ends at the place asked for and plays on if it played', () => {
    const there = walk([...WAYS.running, seek(30), sought(30)])
    expect([there.state, there.context.atMicros]).toEqual(['running', 30 * SECOND])
    expect(walk([...WAYS.paused, seek(30), sought(30)]).state).toBe('paused')
    expect(walk([...WAYS.paused, seek(0), sought(0)]).state).toBe('ready')
  })
  it('keeps to the run and to whole microseconds', () => {
    expect(walk([...WAYS.paused, seek(-3)]).commands).toEqual([{ do: 'seek', toMicros: 0 }])
    expect(walk([...WAYS.paused, seek(999)]).commands).toEqual([{ do: 'seek', toMicros: 100 * SECOND }])
    expect(walk([...WAYS.paused, { type: 'SEEK', toMicros: 1.6 }]).commands).toEqual([{ do: 'seek', toMicros: 2 }])
  })
  it('is not ended by a late answer to something else', () => {
    for (const late of [
      arrived(7, 'paused'),
      arrived(7, 'stepped'),
      arrived(7, 'cancelled'),
      arrived(100, 'ended'),
      sought(7),
    ]) {
      expect(walk([...WAYS.seeking, late]).state).toBe('seeking')
    }
  })
  it('is one at a time: the newest place follows when the first is reached', () => {
    const dragged = walk([...WAYS.seeking, seek(21), seek(22)])
    expect(dragged.commands).toEqual([])
    const next = walk([sought(20)], dragged.session)
    expect([next.state, next.commands]).toEqual(['seeking', [{ do: 'seek', toMicros: 22 * SECOND }]])
    expect(walk([sought(22)], next.session).state).toBe('paused' satisfies SessionState)
  })
  it('that takes long gives way to a newer place, once', () => {
    const long = walk([...WAYS.seeking, progress, seek(3)])
    expect(long.commands).toEqual([{ do: 'cancel' }])
    expect(walk([seek(4)], long.session).commands).toEqual([])
    expect(walk([progress], long.session).commands).toEqual([])
    expect(walk([arrived(2, 'cancelled')], long.session).commands).toEqual([{ do: 'seek', toMicros: 3 * SECOND }])
    // Asked for a newer place first, known to be long later.
    expect(walk([...WAYS.seeking, seek(3), progress]).commands).toEqual([{ do: 'cancel' }])
  })
  it('can be cancelled, and stands where it is then', () => {
    const cancelled = walk([...WAYS.running, seek(30), progress, { type: 'CANCEL' }])
    expect(cancelled.commands).toEqual([{ do: 'cancel' }])
    const there = walk([arrived(12, 'cancelled')], cancelled.session)
    expect([there.state, there.context.atMicros, there.context.progress]).toEqual(['paused', 12 * SECOND, null])
  })
  it('remembers play and pause until it arrives', () => {
    expect(walk([...WAYS.seeking, { type: 'PLAY' }, sought(20)]).state).toBe('running')
    expect(walk([...WAYS.running, seek(30), pause, sought(30)]).state).toBe('paused')
  })
  it('to the end may be answered with the end', () => {
    expect(walk([...WAYS.paused, seek(100), arrived(100, 'ended')]).state).toBe('paused')
  })
  it('waits for the document to be compiled', () => {
    const { state } = walk([...WAYS.paused, load(5), sought(5)])
    expect(state).toBe('seeking')
  })
  it('asked for while booting comes after the load', () => {
    const { state, commands } = walk([...WAYS.booting, seek(8), { type: 'LOADED' }, sought(0)])
    expect([state, commands]).toEqual(['seeking', [{ do: 'seek', toMicros: 8 * SECOND }]])
  })
})

describe('the ends of the run', () => {
  it('stands where playing was to stop, and plays on from there', () => {
    const stopped = walk([...WAYS.running, arrived(40, 'stopped')])
    expect([stopped.state, stopped.context.atMicros]).toEqual(['paused', 40 * SECOND])
    expect(walk([{ type: 'PLAY' }], stopped.session).state).toBe('running')
  })

  it('pauses at the end, and play starts again from 0', () => {
    const ended = walk([...WAYS.running, arrived(100, 'ended')])
    expect([ended.state, ended.context.atMicros]).toEqual(['paused', 100 * SECOND])
    const again = walk([{ type: 'PLAY' }], ended.session)
    expect([again.state, again.commands]).toEqual(['seeking', [{ do: 'seek', toMicros: 0 }]])
    expect(walk([sought(0)], again.session).state).toBe('running')
  })
  it('has no step beyond', () => {
    expect(walk([...WAYS.ready, { type: 'STEP', direction: -1 }]).commands).toEqual([])
    expect(walk([...WAYS.running, arrived(100, 'ended'), { type: 'STEP', direction: 1 }]).commands).toEqual([])
  })
  it('keeps the playhead inside a shorter document', () => {
    expect(walk([...WAYS.paused, { type: 'LOAD', toMicros: 5 * SECOND, durationMicros: SECOND }]).commands).toEqual([
      { do: 'load', toMicros: SECOND },
    ])
  })
})

describe('standing', () => {
  it('is exact when all answers have come', () => {
    const stepped = walk([...WAYS.running, { type: 'STEP', direction: 1 }, { type: 'STEP', direction: 1 }])
    expect(stepped.context.awaited).toEqual({ reason: 'stepped', count: 2 })
    const one = walk([arrived(8, 'paused'), arrived(8.1, 'stepped')], stepped.session)
    expect(one.context.awaited).toEqual({ reason: 'stepped', count: 1 })
    const two = walk([arrived(8.2, 'stepped')], one.session)
    expect([two.context.awaited, two.context.atMicros]).toEqual([null, 8.2 * SECOND])
  })
})
