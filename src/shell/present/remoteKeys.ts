import type { Order } from '../../scenario/show/messages.ts'

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What the buttons of a presenter's remote, and the number keys, ask for; they are the same in both windows. */
export function remoteOrder(press: Press): Pick<Order, 'do' | 'row'> | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'PageDown') return { do: 'next', row: 0 }
  if (key === 'PageUp') return { do: 'back', row: 0 }
  if (key === '.') return { do: 'dark', row: 0 }
  if (key === '0') return { do: 'again', row: 0 }
  // A digit is on its key with Shift, without, or not at all, as the keyboard has it; its place is the same on each.
  const digit = /^(?:Digit)?([1-9])$/.exec(/^[1-9]$/.test(key) ? key : code)?.[1]
  return digit === undefined ? null : { do: shiftKey ? 'lower' : 'raise', row: Number(digit) - 1 }
}

/** Typing is no order, and neither is what a list or a sheet over the page is to have. */
export const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.matches('textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox])') ||
    target.closest('dialog[open], [aria-modal=true], [popover]:popover-open') !== null)
