import { describe, expect, test } from 'vitest'
import { sim } from './sim.ts'

type Bill = {
  region: string
  hours: number
  lines: { factId: string; quantity: number | null; usd: string | null; message?: string }[]
  totalUsd: string
  isComplete: boolean
  notPriced: string[]
}

const bill = async (...args: string[]) => JSON.parse((await sim('price', ...args, '--json')).stdout) as Bill

describe('what a month would cost', async () => {
  test('P.01 P.02 two shards for 720 hours, every record counted', async () => {
    const { lines, totalUsd, isComplete, notPriced } = await bill('two-shards', '--until', '10')
    expect(lines[0]).toMatchObject({ factId: 'P.01', quantity: 1440, usd: '21.60' })
    expect(lines.map(({ factId }) => factId)).toEqual(['P.01', 'P.02', 'P.03'])
    const sum = lines.reduce((all, { usd }) => all + Math.round(100 * Number(usd)), 0)
    expect([totalUsd, isComplete, notPriced]).toEqual([(sum / 100).toFixed(2), true, []])
  })

  test('P.11 every call to a queue is a request, empty receives among them, for people as a table', async () => {
    const { stdout, stderr } = await sim('price', 'taking-turns', '--until', '60', '--hours', '744')
    expect(stderr).toBe('')
    expect(stdout).toContain('scaled to a month of 744 h, us-east-1, list prices in USD without free tiers')
    expect(stdout).toMatch(/\nP\.09 {2}requests to a standard queue +[\d.]+ million +\d+\.\d\d\n/)
    expect(stdout).toMatch(/\nTotal: \d+\.\d\d\n$/)
  })

  test('P.01 a Region without prices says so and takes none from another', async () => {
    const { stdout } = await sim('price', 'two-shards', '--until', '5', '--region', 'eu-west-1')
    expect(stdout).toContain('The ledger has no value of P.01 for Region eu-west-1.')
    expect(stdout).toContain('Total of what has a price: 0.00')
  })

  test.each([
    [['two-shards', '--hours', '0'], '--hours takes'],
    [['two-shards', '--until', '0'], '--until must be after 0'],
  ])('%s', async (words, message) => {
    const { status, stderr } = await sim('price', ...words)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
