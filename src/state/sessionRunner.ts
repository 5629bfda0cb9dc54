import { createStore, type StoreApi } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import type { Scenario } from '../scenario/scenario.ts'
import { createEngineClient } from './engineClient.ts'
import { createFrameLoop, type FrameLoop } from './frames.ts'
import type { Platform } from './platform.ts'
import { createSeriesDesk, type RequestSeries, type RequestStored } from './series.ts'
import { FIRST_SESSION, nextSession } from './session.ts'
import type { Session, SessionCommand, SessionEvent, SessionState } from './sessionEvents.ts'
import { type SessionView, viewOf } from './sessionView.ts'

export type SessionRunner = {
  store: StoreApi<SessionView>
  frames: FrameLoop
  requestSeries: RequestSeries
  requestStored: RequestStored
  send: (event: SessionEvent) => void
  /** Starts the worker before there is a document for it. */
  warmUp: () => void
  /** The moment that is shown, or on the way there the moment to be shown. */
  playheadMicros: () => number
  /** All answers about where it stands have come. */
  exact: () => boolean
  /** Standing, and the picture is of exactly this moment. */
  settled: () => boolean
  setEngineMatches: (matches: boolean | null) => void
  /** Moments at which playing stops, in the order of time. */
  setStops: (moments: readonly number[]) => void
  /** Called after each change of state or place. */
  onChange: (listener: (now: SessionState, before: SessionState) => void) => void
}

/** Runs the session machine: does what it asks of worker, frames and history, and brings it the answers. */
export function createSessionRunner(platform: Platform, scenario: () => Scenario): SessionRunner {
  const listeners: ((now: SessionState, before: SessionState) => void)[] = []
  let engineMatches: boolean | null = null
  let stops: readonly number[] = []
  const sendStops = () => client.send({ type: 'stops', moments: stops })

  const client = createEngineClient(platform.createWorker, {
    onLoaded(layout) {
      frames.begin(layout)
      series.begin(layout)
      send({ type: 'LOADED' })
    },
    onAnswer(answer) {
      if (answer.type === 'refused') send({ type: 'REFUSED', message: answer.message })
      else if (answer.type === 'progress') send({ ...answer, type: 'PROGRESS' })
      else {
        // Only frames asked for after the arrival show where it stands.
        frames.forget()
        send({ type: 'ARRIVED', atMicros: answer.atMicros, reason: answer.reason })
        frames.touch()
      }
    },
    onFrame: (buffer) => frames.receive(buffer),
    onStaleBuffer: (buffer) => frames.recycle(buffer),
    onSeries: (request, values) => series.receive(request, values),
    onFailure: (reason) =>
      send({ type: 'FAILED', message: `The simulation’s worker was lost: ${reason}.`, atMicros: playheadMicros() }),
  })
  const frames = createFrameLoop(platform.requestFrame, (buffer, windowMicros) =>
    client.send({ type: 'frame', buffer, windowMicros }, [buffer]),
  )
  const series = createSeriesDesk(client.send)

  function perform(command: SessionCommand) {
    if (command.do === 'boot') client.boot()
    else if (command.do === 'load') {
      frames.forget()
      client.load(scenario(), command.toMicros)
      if (stops.length > 0) sendStops()
    } else if (command.do === 'play') client.send({ type: 'play', speed: command.speed })
    else if (command.do === 'seek') {
      frames.forget()
      client.send({ type: 'seek', toMicros: command.toMicros })
    } else if (command.do === 'step') {
      frames.forget()
      client.send({ type: 'step', direction: command.direction })
    } else if (command.do === 'terminate') {
      client.terminate()
      series.begin(null)
    } else client.send({ type: command.do })
  }

  let session: Session = FIRST_SESSION
  const waiting: SessionEvent[] = []
  /** An event that comes while another one is answered waits for its turn. */
  function send(event: SessionEvent) {
    if (waiting.push(event) > 1) return
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const before = session.state
      const next = nextSession(session, first)
      session = next.session
      next.commands.forEach(perform)
      changed(before)
      waiting.shift()
    }
  }

  function playheadMicros(): number {
    const { state, context } = session
    const moves = state === 'running' || context.awaited !== null
    return Math.round(context.next ?? (moves ? frames.freshMicros() : null) ?? context.atMicros)
  }

  const view = () => {
    const { state, context } = session
    const durationMicros = context.durationMicros || Math.round(scenario().durationSeconds * 1e6)
    return viewOf({ state, context: { ...context, durationMicros } }, engineMatches)
  }
  const store = createStore<SessionView>(view)
  const publish = () => {
    const next = view()
    if (!shallow(next, store.getState())) store.setState(next, true)
  }
  function changed(before: SessionState) {
    const { state, context } = session
    const standing = state === 'paused' || state === 'ready'
    if (context.hidden || !(standing || state === 'running')) frames.setPace('still')
    else frames.setPace(standing ? 'idle' : 'running')
    publish()
    for (const listener of listeners) listener(state, before)
  }

  return {
    store,
    frames,
    requestSeries: series.request,
    requestStored: series.requestStored,
    send,
    warmUp: client.boot,
    playheadMicros,
    exact: () => session.context.awaited === null,
    settled() {
      const { state, context } = session
      return (state === 'paused' || state === 'ready') && context.awaited === null && frames.freshMicros() !== null
    },
    setEngineMatches(matches) {
      engineMatches = matches
      publish()
    },
    setStops(moments) {
      stops = moments
      sendStops()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
