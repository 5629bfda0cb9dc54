import { expect, test } from 'vitest'
import { remoteOrder } from '../../src/shell/present/remoteKeys.ts'

const held = { ctrlKey: false, metaKey: false, altKey: false }
const press = (key: string, code: string, shiftKey = false) => remoteOrder({ ...held, key, code, shiftKey })

test('a digit raises a hand and takes it back with Shift, wherever the keyboard has its digits', () => {
  const [up, down] = [
    { do: 'raise', row: 3 },
    { do: 'lower', row: 3 },
  ]
  // English; French, where Shift makes the digit; the block of numbers.
  expect([press('4', 'Digit4'), press('$', 'Digit4', true)]).toEqual([up, down])
  expect([press("'", 'Digit4'), press('4', 'Digit4', true)]).toEqual([up, down])
  expect(press('4', 'Numpad4')).toEqual(up)
  expect([press('0', 'Digit0', true), press('a', 'KeyA')]).toEqual([{ do: 'again', row: 0 }, null])
  expect(remoteOrder({ ...held, ctrlKey: true, key: '4', code: 'Digit4', shiftKey: false })).toBeNull()
})
