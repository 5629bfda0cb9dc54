import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LEDGER } from '../../src/aws/ledger.ts'
import { olderThanAYear } from '../../src/cli/facts/olderThanAYear.ts'

const ROWS = Object.keys(LEDGER).length

function factsAge(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', 'src/cli/factsAge.ts', ...args], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    encoding: 'utf8',
  })
  return { status, stderr, lines: stdout.trimEnd().split('\n') }
}

test('a year after the ledger was compared no row is older than a year', () => {
  expect(factsAge('--today', '2027-11-23')).toEqual({ status: 0, stderr: '', lines: ['0 rows older than a year'] })
})

test('a day later every row of that day is listed with its day, source and name', () => {
  const { status, lines } = factsAge('--today', '2027-12-01')
  expect([status, lines.at(-1), lines.length]).toEqual([0, `${ROWS} rows older than a year`, ROWS + 1])
  expect(lines).toContain('2026-11-23  S1      KIN1.02  Records written to one shard')
})

test('without a day it is the day of the clock', () => {
  expect(factsAge().lines.at(-1)).toMatch(/^\d+ rows older than a year$/)
})

test.each([['--today', '2027-02-30'], ['--today', 'soon'], ['--yesterday']])(
  '%s %s is one line and exit code 2',
  (...args) => {
    const { status, stderr, lines } = factsAge(...args.filter((word) => word !== undefined))
    expect([status, lines]).toEqual([2, ['']])
    expect(stderr.trim().split('\n')).toHaveLength(1)
  },
)

test('the oldest comes first, a day in a leap year has its year too', () => {
  const row = (id: string, checkedOn: string) => ({ ...LEDGER['KIN1.01'], id, checkedOn })
  const rows = [row('b', '2027-02-28'), row('a', '2026-01-01'), row('c', '2027-03-01')]
  expect(olderThanAYear(rows, '2028-02-29').map(({ id }) => id)).toEqual(['a', 'b'])
})
