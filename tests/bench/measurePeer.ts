import { loadPeer, type Measurement, PEERS } from './peers.ts'

/** Plays before the measured one, the first one included. */
const WARM_UPS = 2

// One measurement in a process of its own: compiled code, heap and collected garbage of another run
// would tell in this one's time. Started by `bench.ts`; prints one line of JSON.

const peer = PEERS.find((name) => name === process.argv[2])
if (peer === undefined) {
  process.stderr.write(`Which peer? One of ${PEERS.join(', ')}.\n`)
  process.exit(2)
}
const prepare = await loadPeer(peer)

/** Processor time of all threads, so compiling and collecting garbage in the background count as well. */
function play() {
  const run = prepare()
  const wallStart = performance.now()
  const start = process.cpuUsage()
  const counts = run()
  const used = process.cpuUsage(start)
  return { processorMillis: (used.user + used.system) / 1000, wallMillis: performance.now() - wallStart, counts }
}

// The worker of a page plays for minutes: what counts is the speed after warming up. The first play is told beside it.
const first = play()
for (let warmUp = 1; warmUp < WARM_UPS; warmUp++) play()
const measurement: Measurement = { ...play(), firstMillis: first.processorMillis }
process.stdout.write(`${JSON.stringify(measurement)}\n`)
