import { expect, test } from 'vitest'
import { asLimitId, numbersOf } from '../../src/aws/index.ts'

test('numbers of other services than streams load with what needs one; asked for earlier, the answer says what is missing', async () => {
  expect(numbersOf('KIN1.01').value).toBeGreaterThan(0)
  expect(asLimitId('SQS.04')).toBe(null)
  expect(() => numbersOf('SQS.04')).toThrow('The numbers of SQS.04 are not loaded')
  const { EVERY_LIMIT } = await import('../../src/aws/otherLimits.ts')
  expect(numbersOf('SQS.04')).toBe(EVERY_LIMIT['SQS.04'])
})
