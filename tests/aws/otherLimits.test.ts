import { expect, test, vi } from 'vitest'

test('numbers of other services than streams load with what needs them; asked for earlier, the answer says what is missing', async () => {
  // Modules as they are when a page opens: other tests of this process have loaded everything.
  vi.resetModules()
  const { asLimitId, numbersOf } = await import('../../src/aws/index.ts')
  expect(numbersOf('KIN1.01').value).toBeGreaterThan(0)
  expect(asLimitId('SQS.04')).toBe(null)
  expect(() => numbersOf('SQS.04')).toThrow('The numbers of SQS.04 are not loaded')
  const { EVERY_LIMIT } = await import('../../src/aws/otherLimits.ts')
  expect(numbersOf('SQS.04')).toBe(EVERY_LIMIT['SQS.04'])
})
