import { expect, test, vi } from 'vitest'
import { NODE_KINDS } from '../../src/scenario/kindNames.ts'

test('the fields of most kinds load with the first scene that has one; asked for earlier, the answer says what is missing', async () => {
  // Modules as they are when a page opens: other tests of this process have loaded everything.
  vi.resetModules()
  const { fieldsOf } = await import('../../src/scenario/fields.ts')
  expect(fieldsOf('stream').length).toBeGreaterThan(0)
  expect(() => fieldsOf('queue')).toThrow('The fields of queue are not loaded')
  await import('../../src/scenario/otherKinds.ts')
  for (const kind of NODE_KINDS) expect(fieldsOf(kind).length).toBeGreaterThan(0)
})
