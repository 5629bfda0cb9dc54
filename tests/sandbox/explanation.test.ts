import { expect, test } from 'vitest'
import { ApiError, createSandbox } from '../../src/engine/index.ts'

const SECOND = 1_000_000

test('KIN1.08 a refused put tells its bucket at the microsecond, and the sum of the last second beside it', () => {
  const box = createSandbox()
  box.kinesis.CreateStream({ StreamName: 's', ShardCount: 1 })
  box.advance(60 * SECOND)
  const put = () => box.kinesis.PutRecord({ StreamName: 's', PartitionKey: 'a', Data: 99 })
  for (let i = 0; i < 1000; i++) put()
  box.advance(500)
  let refusal: unknown
  try {
    put()
  } catch (error) {
    refusal = error
  }
  expect(refusal).toBeInstanceOf(ApiError)
  expect(refusal).toMatchObject({
    name: 'ProvisionedThroughputExceededException',
    factId: 'KIN1.02',
    explanation: {
      bucket: { capacity: 1000, left: 0.5, needed: 1, unit: 'records' },
      lastSecond: { records: 1000, bytes: 100_000 },
    },
  })
  expect((refusal as ApiError).message).toContain('0.5 of 1000 records left, 1 needed')
})
