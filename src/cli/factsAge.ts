import { parseArgs } from 'node:util'
import { WORDS } from '../aws/words.ts'
import { olderThanAYear } from './facts/olderThanAYear.ts'
import { InputError } from './sim/inputError.ts'

// Which numbers of the ledger nobody has compared with their source for a year: `npm run -s facts:age`.

function main(argv: string[]): string {
  const old = olderThanAYear(Object.values(WORDS), todayOf(argv))
  const lines = old.map(({ id, checkedOn, source, name }) => `${checkedOn}  ${source.padEnd(6)}  ${id}  ${name}`)
  return `${[...lines, `${old.length} rows older than a year`].join('\n')}\n`
}

/** The day of `--today`, or the clock's. */
function todayOf(args: string[]): string {
  const { today } = readArguments(args)
  if (today === undefined) return new Date().toISOString().slice(0, 10)
  const day = new Date(`${today}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(today))
    throw new InputError(`--today takes a day such as 2027-12-01, not ${today}.`)
  return today
}

function readArguments(args: string[]): { today?: string } {
  try {
    return parseArgs({ args, options: { today: { type: 'string' } } }).values
  } catch (error) {
    throw new InputError((error as Error).message)
  }
}

try {
  process.stdout.write(main(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
