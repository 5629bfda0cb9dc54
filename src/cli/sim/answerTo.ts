import { parseArgs } from 'node:util'
import { ENGINE_VERSION } from '../../protocol/engineVersion.ts'
import { loadCatalogue } from '../../scenario/library/catalogue.ts'
import { CompileError } from '../../worker/compile.ts'
import { tellPrice } from '../price/tellPrice.ts'
import { InputError } from './inputError.ts'
import { readScenario } from './readScenario.ts'
import { reportOf } from './report.ts'
import { runScenario, within } from './runScenario.ts'
import { summaryOf } from './summary.ts'
import { tellLife, tellOrder, tellRefusals } from './tell.ts'

const USAGE = `Usage:
  npm run -s sim -- run <scenario id | file.json | link> [--until seconds] [--seed N] [--set node.field=value]...
      [--profile today|article] [--region code] [--json]
  npm run -s sim -- fingerprint <scenario id | file.json | link> [--until seconds] [--seed N] [--set node.field=value]...
      [--profile today|article] [--region code]
  npm run -s sim -- life <scenario> --record producer:17 [--until seconds] ...
  npm run -s sim -- order <scenario> [--key name] [--until seconds] ...
  npm run -s sim -- refusals <scenario> [--from seconds] [--until seconds] ...
  npm run -s sim -- price <scenario> [--hours 720] [--until seconds] [--json] ...
  npm run -s sim -- list
`

/** What the command prints, and its exit code: 2 for input that it refuses, in one line on standard error. */
export type Answer = { status: number; stdout: string; stderr: string }

const LONGEST_MONTH_HOURS = 744

const COMMANDS = ['run', 'fingerprint', 'life', 'order', 'refusals', 'price']

/** The headless command: the same engine without a picture. Throws only what is a fault of ours. */
export async function answerTo(argv: readonly string[]): Promise<Answer> {
  try {
    return { status: 0, stdout: await textFor(argv), stderr: '' }
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CompileError)) throw error
    return { status: 2, stdout: '', stderr: `${error.message.trim().replaceAll(/\s*\n\s*/g, ' ')}\n` }
  }
}

async function textFor(argv: readonly string[]): Promise<string> {
  const { values, positionals } = readArguments(argv)
  const [command, input] = positionals
  if (values.help || command === undefined) return USAGE
  if (command === 'list') {
    const lines = (await loadCatalogue()).map(({ id = '', brief }) => `${id.padEnd(24)} ${brief.question}`)
    return `${lines.join('\n')}\n`
  }
  if (!COMMANDS.includes(command)) throw new InputError(`There is no command ${command}. ${USAGE}`)
  if (input === undefined || positionals.length > 2)
    throw new InputError(`${command} needs one scenario: an id from \`list\`, a file or a link.`)
  const { seed, set = [], profile, region } = values
  const scenario = await readScenario(input, { seed, set, profile, region })
  const until = values.until === undefined ? scenario.durationSeconds : seconds(values.until)
  if (command === 'life') return tellLife(scenario, values.record ?? '', within(scenario, until))
  if (command === 'order') return tellOrder(scenario, values.key, within(scenario, until))
  if (command === 'refusals')
    return tellRefusals(scenario, seconds(values.from ?? '0', '--from'), within(scenario, until))
  if (command === 'price') {
    const hours = hoursOf(values.hours ?? '720')
    return tellPrice(scenario, within(scenario, until), hours, values.json === true)
  }
  const engine = runScenario(scenario, until)
  if (command === 'fingerprint') return `${engine.digest()}\n`
  const report = reportOf(scenario, engine, ENGINE_VERSION)
  return values.json ? `${JSON.stringify(report, null, 2)}\n` : summaryOf(scenario, report)
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        until: { type: 'string' },
        seed: { type: 'string' },
        set: { type: 'string', multiple: true },
        profile: { type: 'string' },
        region: { type: 'string' },
        record: { type: 'string' },
        key: { type: 'string' },
        from: { type: 'string' },
        hours: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new InputError((error as Error).message)
  }
}

function seconds(text: string, option = '--until'): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InputError(`${option} takes seconds from 0, not ${text}.`)
  return value
}

function hoursOf(text: string): number {
  const hours = Number(text)
  if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_MONTH_HOURS)
    throw new InputError(`--hours takes the hours of a month, 1 to ${LONGEST_MONTH_HOURS}, not ${text}.`)
  return hours
}
