import { frameByteLength, frameViews, HEADER } from '../../../src/protocol/frame.ts'
import type { FromWorker, ToWorker } from '../../../src/protocol/messages.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { syntheticFrames, syntheticLayout } from './syntheticRun.ts'

// Answers like the simulation worker, with a run that costs nothing to compute.

/** Tapes are full from the start. */
const START_MICROS = 70_000_000

let moving = 2000
let layout: ReturnType<typeof syntheticLayout> | null = null
let fill: ReturnType<typeof syntheticFrames> | null = null
let playedFromMs: number | null = null
let standsAt = START_MICROS

const send = (message: FromWorker, transfer: Transferable[] = []) =>
  (postMessage as (m: unknown, t: Transferable[]) => void)(message, transfer)
const now = () => Math.round(standsAt + (playedFromMs === null ? 0 : (performance.now() - playedFromMs) * 1000))

addEventListener('message', ({ data }: MessageEvent<ToWorker | { type: 'moving'; count: number }>) => {
  if (data.type === 'moving') moving = data.count
  else if (data.type === 'load') {
    layout = syntheticLayout(data.scenario as Scenario)
    fill = syntheticFrames(layout, moving)
    send({ type: 'loaded', run: data.run, layout })
    send({ type: 'arrived', run: data.run, atMicros: data.playheadMicros, reason: 'sought' })
  } else if (data.type === 'play') playedFromMs ??= performance.now()
  else if (data.type === 'pause') {
    standsAt = now()
    playedFromMs = null
    send({ type: 'arrived', run: data.run, atMicros: standsAt, reason: 'paused' })
  } else if (data.type === 'frame' && layout !== null && fill !== null) {
    const bytes = frameByteLength(layout.gaugeCount)
    const buffer = data.buffer.byteLength === bytes ? data.buffer : new ArrayBuffer(bytes)
    const frame = frameViews(buffer, layout.gaugeCount)
    fill(frame, now())
    frame.header[HEADER.run] = data.run
    send({ type: 'frame', run: data.run, buffer }, [buffer])
  } else if (data.type === 'series') {
    send({
      type: 'series',
      run: data.run,
      request: data.request,
      gaugeCount: data.gauges.length,
      values: new Float64Array(data.gauges.length * data.count),
    })
  }
})
