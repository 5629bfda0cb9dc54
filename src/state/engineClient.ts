import type { Layout } from '../protocol/layout.ts'
import type { FromWorker, ToWorker } from '../protocol/messages.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { WorkerPort } from './platform.ts'

/** Answers that still belong to the present run. */
export type EngineEvents = {
  onLoaded: (layout: Layout, run: number) => void
  onAnswer: (answer: Exclude<FromWorker, { type: 'loaded' | 'frame' | 'series' }>) => void
  onFrame: (buffer: ArrayBuffer) => void
  /** A buffer came back from an older run: its numbers are worthless, its memory is not. */
  onStaleBuffer: (buffer: ArrayBuffer) => void
  onSeries: (request: number, values: Float64Array) => void
  onFailure: (message: string) => void
}

type WithoutRun<Message> = Message extends { run: number } ? Omit<Message, 'run'> : never

export type EngineClient = {
  /** Starts a worker unless one lives. */
  boot: () => void
  load: (scenario: Scenario, playheadMicros: number) => void
  send: (message: WithoutRun<ToWorker>, transfer?: ArrayBuffer[]) => void
  terminate: () => void
}

const KINDS: ReadonlySet<unknown> = new Set([
  'loaded',
  'refused',
  'arrived',
  'progress',
  'frame',
  'series',
] satisfies FromWorker['type'][])

/** What the worker says is believed only if it has the shape of the protocol. */
function isAnswer(data: unknown): data is FromWorker {
  if (typeof data !== 'object' || data === null) return false
  const { type, run } = data as { type?: unknown; run?: unknown }
  return KINDS.has(type) && typeof run === 'number'
}

/**
 * Owns the one worker. Every load raises the run number, and answers to an older number are dropped,
 * so a late answer can never be taken for a new one. There is no watchdog: a busy worker is not a dead one.
 */
export function createEngineClient(createWorker: () => WorkerPort, events: EngineEvents): EngineClient {
  let worker: WorkerPort | null = null
  let run = 0

  function receive(data: unknown) {
    if (!isAnswer(data)) return
    if (data.run !== run) {
      if (data.type === 'frame') events.onStaleBuffer(data.buffer)
      return
    }
    if (data.type === 'loaded') events.onLoaded(data.layout, run)
    else if (data.type === 'frame') events.onFrame(data.buffer)
    else if (data.type === 'series') events.onSeries(data.request, data.values)
    else events.onAnswer(data)
  }

  function boot() {
    if (worker !== null) return
    try {
      const started = createWorker()
      // A terminated worker may still have messages on their way.
      started.onMessage = (data) => {
        if (worker === started) receive(data)
      }
      started.onFailure = (message) => {
        if (worker === started) events.onFailure(message)
      }
      worker = started
    } catch (error) {
      events.onFailure(error instanceof Error ? error.message : 'the worker could not be started')
    }
  }

  function send(message: WithoutRun<ToWorker>, transfer: ArrayBuffer[] = []) {
    worker?.postMessage({ ...message, run } as ToWorker, transfer)
  }

  return {
    boot,
    load(scenario, playheadMicros) {
      run += 1
      send({ type: 'load', scenario, playheadMicros })
    },
    send,
    terminate() {
      worker?.terminate()
      worker = null
    },
  }
}
