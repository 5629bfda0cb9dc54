import { expect, test } from 'vitest'
import { fieldsOf } from '../../src/scenario/fields.ts'
import { NODE_KINDS } from '../../src/scenario/kindNames.ts'

test('the fields of most kinds load with the first scene that has one; asked for earlier, the answer says what is missing', async () => {
  expect(fieldsOf('stream').length).toBeGreaterThan(0)
  expect(() => fieldsOf('queue')).toThrow('The fields of queue are not loaded')
  await import('../../src/scenario/otherKinds.ts')
  for (const kind of NODE_KINDS) expect(fieldsOf(kind).length).toBeGreaterThan(0)
})
