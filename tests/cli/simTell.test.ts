import { describe, expect, test } from 'vitest'
import { sim } from './sim.ts'

describe('questions to a run', async () => {
  test('one record tells its life, and why each consumer has or has not worked it', async () => {
    const { stdout } = await sim('life', 'taking-turns', '--record', 'producer:3', '--until', '60')
    expect(stdout).toMatch(
      /is made by producer, \d+ B\n.*is stored in queue\n.*is handed to workers\n.*is worked by workers/,
    )
    expect(stdout).toMatch(/workers has worked it\.\n$/)
  })

  test('records that were overtaken, with their causes', async () => {
    const { stdout } = await sim('order', 'taking-turns', '--until', '60', '--key', 'Vienna')
    expect(stdout).toMatch(/record \d+ of Vienna after record \d+, redelivery/)
    expect(stdout).not.toContain('Rome')
  })

  test('refusals with the bucket at the microsecond and the sum of the last second beside it', async () => {
    const { stdout } = await sim(
      'refusals',
      'two-shards',
      '--set',
      'producer.rate=4000',
      '--from',
      '20',
      '--until',
      '20.1',
    )
    expect(stdout).toMatch(/\(KIN1\.02\): 0\.\d+ of 1000 records left, 1 needed; sum of the last second: 1000 records/)
  })

  test.each([
    [['life', 'two-shards', '--record', 'nobody:1'], '--record takes a producer'],
    [['life', 'two-shards', '--record', 'producer:999999', '--until', '1'], 'is not made by 1 s'],
    [['order', 'two-shards', '--key', 'nobody', '--until', '1'], 'No record has the key nobody'],
    [['refusals', 'two-shards', '--from', 'x'], '--from takes seconds'],
  ])('%s', async (words, message) => {
    const { status, stderr } = await sim(...words)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
