import { type Frame, frameViews, HEADER } from '../../src/protocol/frame.ts'
import type { Layout } from '../../src/protocol/layout.ts'
import type { FromWorker, ToWorker } from '../../src/protocol/messages.ts'
import type { WorkerPort } from '../../src/state/platform.ts'

/** One node with two gauges and one row: gauge 0 is what was loaded, gauge 1 is the time. */
export const LAYOUT: Layout = {
  gaugeCount: 3,
  nodes: [
    {
      id: 'stream',
      kind: 'stream',
      first: 0,
      names: ['storedTotal', 'attemptsTotal'],
      rowCount: 1,
      firstRow: 2,
      rowNames: ['retained'],
      targets: [],
      recordsPerDot: 1,
    },
  ],
  tracks: [],
  seen: [],
  paintedKeys: [],
  answers: { first: 0, steps: [], names: [] },
  binMicros: 1_000_000,
  durationMicros: 100_000_000,
}

/**
 * Follows the protocol without simulating anything. Answers wait until `deliver`, as between real
 * threads; `slow` leaves loads and seeks unfinished until `finish`.
 */
export function createFakeWorker() {
  const heard: ToWorker[] = []
  let outbox: FromWorker[] = []
  let run = 0
  let atMicros = 0
  let playing = false
  let goal: number | null = null
  let slow = false
  let terminated = false

  const say = (answer: FromWorker) => void outbox.push(answer)
  const arrive = (reason: 'sought' | 'stepped' | 'ended' | 'cancelled' | 'paused') =>
    say({ type: 'arrived', run, atMicros, reason })
  function go(toMicros: number) {
    playing = false
    goal = toMicros
    if (!slow) finish()
  }
  function finish() {
    if (goal === null) return
    atMicros = goal
    goal = null
    arrive('sought')
  }
  function fill(message: Extract<ToWorker, { type: 'frame' }>) {
    const frame: Frame = frameViews(message.buffer, LAYOUT.gaugeCount)
    frame.header[HEADER.run] = run
    frame.header[HEADER.nowMicros] = atMicros
    frame.header[HEADER.beforeMicros] = Math.max(0, atMicros - 1_000_000)
    // Equal moments have equal fingerprints, different ones different.
    frame.header[HEADER.fingerprintHigh] = 0xabcd
    frame.header[HEADER.fingerprintLow] = atMicros % 2 ** 32
    frame.gauges.set([atMicros / 1000, atMicros, 7])
    frame.before.set([Math.max(0, atMicros - 1_000_000) / 1000, 0, 0])
    say({ type: 'frame', run, buffer: message.buffer })
  }

  function hear(message: ToWorker) {
    heard.push(message)
    if (message.type === 'load') {
      run = message.run
      atMicros = 0
      say({ type: 'loaded', run, layout: LAYOUT })
      go(message.playheadMicros)
    } else if (message.run !== run) return
    else if (message.type === 'play') playing = true
    else if (message.type === 'pause') {
      playing = false
      arrive('paused')
    } else if (message.type === 'seek') go(message.toMicros)
    else if (message.type === 'step') {
      playing = false
      atMicros += 1000 * message.direction
      arrive('stepped')
    } else if (message.type === 'cancel' && goal !== null) {
      atMicros = Math.floor(goal / 2)
      goal = null
      arrive('cancelled')
    } else if (message.type === 'frame') fill(message)
    else if (message.type === 'series') {
      const values = message.gauges.flatMap((gauge) =>
        Array.from({ length: message.count }, (_, i) => gauge * 1000 + i),
      )
      say({
        type: 'series',
        run,
        request: message.request,
        gaugeCount: message.gauges.length,
        values: Float64Array.from(values),
      })
    }
  }

  const port: WorkerPort = {
    postMessage: (message) => hear(message),
    terminate: () => {
      terminated = true
    },
    onMessage: () => {},
    onFailure: () => {},
  }
  return {
    port,
    heard,
    /** Brings all waiting answers to the page; true when there were some. */
    deliver(): boolean {
      const waiting = outbox
      outbox = []
      for (const answer of waiting) port.onMessage(answer)
      return waiting.length > 0
    },
    say,
    setSlow: (next: boolean) => void (slow = next),
    finish,
    progress: (micros: number) =>
      say({ type: 'progress', run, fromMicros: 0, atMicros: micros, toMicros: goal ?? micros }),
    /** Simulated time passes, if it plays. */
    advance(micros: number) {
      if (playing) atMicros += micros
    },
    end() {
      playing = false
      atMicros = LAYOUT.durationMicros
      arrive('ended')
    },
    isPlaying: () => playing,
    at: () => atMicros,
    run: () => run,
    isTerminated: () => terminated,
    /** Messages of one kind, oldest first. */
    heardOf: <Type extends ToWorker['type']>(type: Type) =>
      heard.filter((message): message is Extract<ToWorker, { type: Type }> => message.type === type),
  }
}
export type FakeWorker = ReturnType<typeof createFakeWorker>
