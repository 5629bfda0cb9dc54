// One list of commands: the keys that work are the keys that the help page shows.
import { redo, session, undo, viewStore } from '../state/index.ts'
import { SPEEDS } from '../ui/speeds.ts'
import { openSettings, toggleKafka, togglePanels, toggleTable, toggleTheme } from './appearance.ts'
import { copyLink } from './copyLink.ts'
import type { EditName } from './tools/editCommands.ts'

type Stroke = { key: string; mod?: boolean; shift?: boolean }
export type Command = {
  /** What it does, as the help page says it. */
  what: string
  /** How the help page writes the keys. */
  shown: readonly string[]
  strokes: readonly Stroke[]
  /** Only while the keyboard is on the canvas, the palette or nowhere: elsewhere the key may mean something else. */
  onStage?: true
  run: (speedNow: number) => void
}

/** The next speed of the list; at its ends nothing changes. */
function changeSpeed(next: number | undefined): void {
  if (next !== undefined) session.setSpeed(next)
}
const toggleHelp = () => viewStore.getState().setHelpOpen(!viewStore.getState().helpOpen)

const edit = (name: EditName) => () => void import('./tools/editCommands.ts').then(({ EDITS }) => EDITS[name]())
const toggleBuilding = () => viewStore.setState(({ building }) => ({ building: !building }))

export const COMMANDS: readonly Command[] = [
  { what: 'Play or pause', shown: ['Space', '.'], strokes: [{ key: ' ' }, { key: '.' }], run: () => session.toggle() },
  { what: 'One event forward', shown: ['→'], strokes: [{ key: 'ArrowRight' }], run: () => session.step(1) },
  { what: 'One event back', shown: ['←'], strokes: [{ key: 'ArrowLeft' }], run: () => session.step(-1) },
  { what: 'Back to the start, same seed', shown: ['Home'], strokes: [{ key: 'Home' }], run: () => session.reset() },
  {
    what: 'Faster',
    shown: ['+'],
    strokes: [{ key: '+' }, { key: '=' }],
    run: (now) => changeSpeed(SPEEDS.find((speed) => speed > now)),
  },
  {
    what: 'Slower',
    shown: ['-'],
    strokes: [{ key: '-' }],
    run: (now) => changeSpeed(SPEEDS.findLast((speed) => speed < now)),
  },
  { what: 'New seed', shown: ['n'], strokes: [{ key: 'n' }], run: () => session.newSeed() },
  { what: 'Undo', shown: ['Ctrl Z', '⌘ Z'], strokes: [{ key: 'z', mod: true }], run: undo },
  {
    what: 'Redo',
    shown: ['Ctrl Shift Z', '⌘ Shift Z', 'Ctrl Y'],
    strokes: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', mod: true },
    ],
    run: redo,
  },
  {
    what: 'Open another scene',
    shown: ['o'],
    strokes: [{ key: 'o' }],
    run: () => viewStore.getState().setGalleryOpen(true),
  },
  {
    what: 'Find a command, a node, a scene',
    shown: ['Ctrl K', '⌘ K'],
    strokes: [{ key: 'k', mod: true }],
    run: () => viewStore.setState({ tool: { is: 'commands' } }),
  },
  { what: 'Question or palette', shown: ['b'], strokes: [{ key: 'b' }], run: toggleBuilding },
  { what: 'Picture or table', shown: ['v'], strokes: [{ key: 'v' }], run: toggleTable },
  { what: 'Settings', shown: [','], strokes: [{ key: ',' }], run: openSettings },
  { what: 'Connect', shown: ['c on a node'], strokes: [], run: edit('connect') },
  {
    what: 'Delete',
    shown: ['Delete'],
    strokes: [{ key: 'Delete' }, { key: 'Backspace' }],
    onStage: true,
    run: edit('delete'),
  },
  { what: 'Rename', shown: ['F2'], strokes: [{ key: 'F2' }], onStage: true, run: edit('rename') },
  {
    what: 'Duplicate',
    shown: ['Ctrl D', '⌘ D'],
    strokes: [{ key: 'd', mod: true }],
    onStage: true,
    run: edit('duplicate'),
  },
  {
    what: 'Select everything',
    shown: ['Ctrl A', '⌘ A'],
    strokes: [{ key: 'a', mod: true }],
    onStage: true,
    run: edit('selectAll'),
  },
  // The browser's own keys for these reach the canvas by themselves.
  { what: 'Copy', shown: ['Ctrl C', '⌘ C'], strokes: [], run: edit('copy') },
  { what: 'Cut', shown: ['Ctrl X', '⌘ X'], strokes: [], run: edit('cut') },
  { what: 'Paste', shown: ['Ctrl V', '⌘ V'], strokes: [], run: edit('paste') },
  { what: 'Show everything', shown: ['f'], strokes: [{ key: 'f' }], run: edit('fit') },
  { what: 'Copy the link', shown: ['c'], strokes: [{ key: 'c' }], run: () => void copyLink() },
  { what: 'Light or dark', shown: ['t'], strokes: [{ key: 't' }], run: toggleTheme },
  { what: 'Kafka’s words beside ours', shown: ['k'], strokes: [{ key: 'k' }], run: toggleKafka },
  { what: 'Panels beside a projected picture', shown: ['p'], strokes: [{ key: 'p' }], run: togglePanels },
  { what: 'This list', shown: ['?'], strokes: [{ key: '?' }], run: toggleHelp },
]

/** The command that a key press means, or null: typing into a field or pressing a button is not a command. */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  // What is typed after Ctrl K is meant for the list, also while that is still on its way.
  if (viewStore.getState().tool !== null) return null
  if (event.target instanceof Element && keepsKey(event.target, event)) return null
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const matches = (stroke: Stroke) =>
    stroke.key === key && (stroke.mod ?? false) === mod && (!mod || (stroke.shift ?? false) === event.shiftKey)
  const found = COMMANDS.find((command) => command.strokes.some(matches)) ?? null
  return found?.onStage && !isOnStage(event.target) ? null : found
}

const isOnStage = (target: EventTarget | null) =>
  target === document.body || (target instanceof Element && target.closest('#stage, [data-palette], .head') !== null)

const OWN_ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])

/** Keys that the focused element needs itself. */
function keepsKey(target: Element, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  // A button of a dialog that has just closed keeps the focus until the next frame; it needs nothing any more.
  if (!target.checkVisibility()) return false
  if (
    target.matches(
      'textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox], [type=button])',
    )
  )
    return !((ctrlKey || metaKey) && key === 'k')
  if (target.closest('dialog[open], [popover]:popover-open') !== null) return key !== '?'
  if (ctrlKey || metaKey) return false
  if (
    target.matches('button, summary, a, [role=button], input[type=radio], input[type=checkbox]') &&
    (key === ' ' || key === 'Enter')
  )
    return true
  return OWN_ARROWS.has(key) && target.matches('input, [role=slider], #stage *, #stage')
}

/** Listens on the whole page until the result is called. */
export function listenForKeys(speedNow: () => number): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event)
    if (command === null) return
    event.preventDefault()
    command.run(speedNow())
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}
