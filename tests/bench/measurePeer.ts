import { type Measurement, PEERS, preparePeer } from './peers.ts'

// One measurement in a process of its own: compiled code, heap and collected garbage of another run
// would tell in this one's time. Started by `bench.ts`; prints one line of JSON.

const peer = PEERS.find((name) => name === process.argv[2])
if (peer === undefined) {
  process.stderr.write(`Which peer? One of ${PEERS.join(', ')}.\n`)
  process.exit(2)
}
const run = await preparePeer(peer)
const wallStart = performance.now()
const start = process.cpuUsage()
const counts = run()
// Processor time of all threads, so compiling and collecting garbage in the background count as well.
const used = process.cpuUsage(start)
const measurement: Measurement = {
  processorMillis: (used.user + used.system) / 1000,
  wallMillis: performance.now() - wallStart,
  counts,
}
process.stdout.write(`${JSON.stringify(measurement)}\n`)
