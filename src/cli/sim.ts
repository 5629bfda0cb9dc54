import { parseArgs } from 'node:util'
import { ENGINE_VERSION } from '../protocol/engineVersion.ts'
import { LIBRARY } from '../scenario/index.ts'
import { CompileError } from '../worker/compile.ts'
import { InputError } from './sim/inputError.ts'
import { readScenario } from './sim/readScenario.ts'
import { reportOf } from './sim/report.ts'
import { runScenario } from './sim/runScenario.ts'
import { summaryOf } from './sim/summary.ts'

// The headless command: the same engine without a picture.

const USAGE = `Usage:
  npm run -s sim -- run <scenario id | file.json | link> [--until seconds] [--seed N] [--set node.field=value]...
      [--profile today|article] [--region code] [--json]
  npm run -s sim -- fingerprint <scenario id | file.json | link> [--until seconds] [--seed N] [--set node.field=value]...
      [--profile today|article] [--region code]
  npm run -s sim -- list
`

async function main(argv: string[]): Promise<string> {
  const { values, positionals } = readArguments(argv)
  const [command, input] = positionals
  if (values.help || command === undefined) return USAGE
  if (command === 'list') return `${LIBRARY.map(({ id, question }) => `${id.padEnd(16)} ${question}`).join('\n')}\n`
  if (command !== 'run' && command !== 'fingerprint') throw new InputError(`There is no command ${command}. ${USAGE}`)
  if (input === undefined || positionals.length > 2)
    throw new InputError(`${command} needs one scenario: an id from \`list\`, a file or a link.`)
  const { seed, set = [], profile, region } = values
  const scenario = await readScenario(input, { seed, set, profile, region })
  const until = values.until === undefined ? scenario.durationSeconds : seconds(values.until)
  const engine = runScenario(scenario, until)
  if (command === 'fingerprint') return `${engine.digest()}\n`
  const report = reportOf(scenario, engine, ENGINE_VERSION)
  return values.json ? `${JSON.stringify(report, null, 2)}\n` : summaryOf(scenario, report)
}

function readArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        until: { type: 'string' },
        seed: { type: 'string' },
        set: { type: 'string', multiple: true },
        profile: { type: 'string' },
        region: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new InputError((error as Error).message)
  }
}

function seconds(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InputError(`--until takes seconds from 0, not ${text}.`)
  return value
}

try {
  process.stdout.write(await main(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof InputError || error instanceof CompileError)) throw error
  process.stderr.write(`${error.message.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`)
  process.exitCode = 2
}
