import { expect, test } from 'vitest'
import '../../src/aws/otherLimits.ts'
import { asLimitId } from '../../src/aws/index.ts'
import { sourceOfRefusal } from '../../src/panels/inquiry/sourceOfRefusal.ts'

const of = (factId: string, unit: string) =>
  asLimitId(sourceOfRefusal({ factId, bucket: { capacity: 1, left: 0, needed: 1, unit } }))

test('LSQ.03 LSQ.05 LSQ.13 a throttled invocation names the number that it met, and none where the scene has set it', () => {
  expect(of('LSQ.13', 'environments')).toBe('LSQ.13')
  expect(of('LSQ.13', 'invocations')).toBe('LSQ.03.account')
  expect(of('LSQ.05', 'invocations')).toBe(null)
})

test.each([
  ['FIFO.01', 'calls'],
  ['FIFO.04', 'calls'],
  ['FIFO.05', 'calls'],
  ['SNS.03', 'records'],
  ['SNS.03.fifo', 'records'],
  ['SNS.04', 'bytes'],
  ['SNS.06', 'records'],
  ['SNS.06.bytes', 'bytes'],
  ['SNS.06.group', 'records'],
])('%s a refusal by this limit has a number and a source to show', (factId, unit) => {
  expect(of(factId, unit)).toBe(factId)
})
