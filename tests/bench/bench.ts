import { parseArgs } from 'node:util'
import { countTable, failures, type Measurements, speedTable } from './compare.ts'
import { inFreshProcess } from './freshProcess.ts'
import { type Measurement, PEERS } from './peers.ts'

// `npm run bench`: the same model by all peers, in rounds (all once, then again), so that whatever
// else the machine does hits them alike. Ratios between peers are what counts; times differ by machine.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } },
})
const rounds = values.quick ? 1 : Number(values.rounds)
if (!(Number.isInteger(rounds) && rounds > 0)) {
  process.stderr.write('--rounds takes a whole number of 1 or more\n')
  process.exit(2)
}

const measurements: Measurements = { loop: [], 'js-simulator': [], simjs: [] }
for (let round = 1; round <= rounds; round++) {
  process.stderr.write(`round ${round} of ${rounds}\n`)
  for (const peer of PEERS) measurements[peer].push(await inFreshProcess<Measurement>('measurePeer.ts', [peer]))
}
process.stdout.write(`\n${speedTable(measurements)}\n${countTable(measurements)}\n`)

const problems = failures(measurements)
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
