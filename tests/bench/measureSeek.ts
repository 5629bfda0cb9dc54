import type { FromWorker } from '../../src/protocol/messages.ts'
import { OTHER_PARTS } from '../../src/worker/otherParts.ts'
import { type Host, Simulation } from '../../src/worker/simulation.ts'
import { createStreams, nextUnit } from './draws.ts'
import { MODEL } from './model.ts'
import { modelScenario } from './modelScenario.ts'
import type { SeekMeasurement } from './seek.ts'

// Plays an hour as fast as it goes and then jumps about in it, by the same messages as the page sends, in a process
// of its own (node --expose-gc). Prints one line of JSON.

const HOUR_SECONDS = 3600
const MOMENTS = 100
const REPEATS = 3
const RUN = 1

const [seed = MODEL.seed] = process.argv.slice(2).map(Number)
const records = (MODEL.producers * HOUR_SECONDS * 1e6) / MODEL.meanGapMicros

let heard: (message: FromWorker) => void = () => undefined
const host: Host = {
  post: (message) => heard(message),
  clock: () => performance.now(),
  later: (task, ms) => (ms > 0 ? setTimeout(task, ms) : setImmediate(task)),
  others: () => OTHER_PARTS,
}
const simulation = new Simulation(host)

/** The time from `start` until the worker says that it has arrived. */
const arrival = (start: () => void) =>
  new Promise<number>((resolve, reject) => {
    const from = performance.now()
    heard = (message) => {
      if (message.type === 'refused') reject(new Error(message.message))
      if (message.type === 'arrived') resolve(performance.now() - from)
    }
    start()
  })

const retainedBytes = () => {
  if (globalThis.gc === undefined) throw new Error('Start this with node --expose-gc')
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const bytesBefore = retainedBytes()
await arrival(() =>
  simulation.handle({ type: 'load', run: RUN, scenario: modelScenario(HOUR_SECONDS), playheadMicros: 0 }),
)
const playedMillis = await arrival(() => simulation.handle({ type: 'play', run: RUN, speed: Number.POSITIVE_INFINITY }))
const bytesPerRecord = (retainedBytes() - bytesBefore) / records

const streams = createStreams(1, seed)
const moments = Array.from({ length: MOMENTS }, () => Math.floor(nextUnit(streams, 0) * HOUR_SECONDS * 1e6))
const seekMillis: number[][] = moments.map(() => [])
for (let repeat = 0; repeat < REPEATS; repeat++) {
  for (const [moment, toMicros] of moments.entries()) {
    seekMillis[moment]?.push(await arrival(() => simulation.handle({ type: 'seek', run: RUN, toMicros })))
  }
}

const measurement: SeekMeasurement = { playedMillis, bytesPerRecord, seekMillis }
process.stdout.write(`${JSON.stringify(measurement)}\n`)
