import { parseArgs } from 'node:util'
import { benchEngine } from './benchEngine.ts'
import { benchSeek } from './seek.ts'
import { benchSqs } from './sqs.ts'

// `npm run bench` compares the engine with its peers, `npm run bench -- seek` jumps about in a long run,
// `npm run bench -- sqs` fills and empties queues of millions of messages. Ratios are
// what counts: times differ by machine. Ends with code 1 when something does not hold, 2 when it was not understood.

const USAGE = 'npm run bench -- [engine | seek | sqs] [--rounds N] [--quick]\n'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } },
})
const [what = 'engine', ...more] = positionals
const rounds = values.quick ? 1 : Number(values.rounds)
if (!['engine', 'seek', 'sqs'].includes(what) || more.length > 0 || !(Number.isInteger(rounds) && rounds > 0)) {
  process.stderr.write(USAGE)
  process.exit(2)
}

const problems =
  what === 'seek' ? await benchSeek() : what === 'sqs' ? await benchSqs(rounds) : await benchEngine(rounds)
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
