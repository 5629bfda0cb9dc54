import { redo, session, undo, viewStore } from '../state/index.ts'
import { SPEEDS } from '../ui/speeds.ts'
import { openSettings, toggleKafka, togglePanels, toggleTable, toggleTheme } from './appearance.ts'
import { copyLink } from './copyLink.ts'
import type { EditName } from './tools/editCommands.ts'

// What the keys do. How a command is called and its keys are written stands in `keyWords.ts`, which loads with the help page and the
// list of commands. The compiler wants every command there, so that the keys that work are the keys that help shows.

type Run = (speedNow: number) => void
type Command = {
  /** Keys as a press names them; `Ctrl` stands for ⌘ as well. */
  keys: readonly string[]
  run: Run
  /** Only while the keyboard is on the canvas, the palette or nowhere: elsewhere the key may mean something else. */
  onStage: boolean
}
const anywhere = (keys: readonly string[], run: Run): Command => ({ keys, run, onStage: false })
const onStage = (keys: readonly string[], run: Run): Command => ({ keys, run, onStage: true })

/** The next speed of the list; at its ends nothing changes. */
function changeSpeed(next: number | undefined): void {
  if (next !== undefined) session.setSpeed(next)
}
const toggleHelp = () => viewStore.getState().setHelpOpen(!viewStore.getState().helpOpen)

const edit = (name: EditName) => () => void import('./tools/editCommands.ts').then(({ EDITS }) => EDITS[name]())
const mark = (direction: 1 | -1) => () =>
  void import('../state/marks/index.ts').then(({ goToMark }) => goToMark(direction))
const toggleWriting = () =>
  viewStore.setState(({ writing, building }) => ({ writing: building || !writing, building: false, panel: 'library' }))
const toggleBuilding = () => viewStore.setState(({ building }) => ({ building: !building }))

export const COMMANDS = {
  play: anywhere([' ', '.'], () => session.toggle()),
  forward: anywhere(['ArrowRight'], () => session.step(1)),
  back: anywhere(['ArrowLeft'], () => session.step(-1)),
  start: anywhere(['Home'], () => session.reset()),
  faster: anywhere(['+', '='], (now) => changeSpeed(SPEEDS.find((speed) => speed > now))),
  slower: anywhere(['-'], (now) => changeSpeed(SPEEDS.findLast((speed) => speed < now))),
  nextMark: anywhere(['m'], mark(1)),
  markBefore: anywhere(['Shift m'], mark(-1)),
  bookmark: anywhere(['d'], () => viewStore.setState({ tool: { is: 'bookmark' } })),
  newSeed: anywhere(['n'], () => session.newSeed()),
  undo: anywhere(['Ctrl z'], undo),
  redo: anywhere(['Ctrl Shift z', 'Ctrl y'], redo),
  scenes: anywhere(['o'], () => viewStore.getState().setGalleryOpen(true)),
  lessons: anywhere(['g'], () => viewStore.getState().setGalleryOpen(true)),
  commands: anywhere(['Ctrl k'], () => viewStore.setState({ tool: { is: 'commands' } })),
  build: anywhere(['b'], toggleBuilding),
  write: anywhere(['e'], toggleWriting),
  table: anywhere(['v'], toggleTable),
  settings: anywhere([','], openSettings),
  words: anywhere(['/'], () => viewStore.setState({ tool: { is: 'glossary' } })),
  findMessage: anywhere(['w'], edit('findMessage')),
  nextMessage: anywhere(['i'], edit('nextMessage')),
  messageBefore: anywhere(['Shift i'], edit('messageBefore')),
  connect: anywhere([], edit('connect')),
  nextLink: anywhere([], edit('nextLink')),
  delete: onStage(['Delete', 'Backspace'], edit('delete')),
  rename: onStage(['F2'], edit('rename')),
  duplicate: onStage(['Ctrl d'], edit('duplicate')),
  selectAll: onStage(['Ctrl a'], edit('selectAll')),
  // The browser's own keys for these reach the canvas by themselves.
  copy: anywhere([], edit('copy')),
  cut: anywhere([], edit('cut')),
  paste: anywhere([], edit('paste')),
  fit: anywhere(['f'], edit('fit')),
  copyLink: anywhere(['c'], () => void copyLink()),
  theme: anywhere(['t'], toggleTheme),
  kafka: anywhere(['k'], toggleKafka),
  panels: anywhere(['p'], togglePanels),
  present: anywhere(['Shift p'], () => void import('./present/startShow.ts').then(({ toggleShow }) => toggleShow())),
  help: anywhere(['?'], toggleHelp),
}

export type CommandName = keyof typeof COMMANDS

/** The command that a key press means, or null: typing into a field or pressing a button is not a command. */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  // What is typed after Ctrl K is meant for the list, also while that is still on its way.
  if (viewStore.getState().tool !== null) return null
  if (event.target instanceof Element && keepsKey(event.target, event)) return null
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey ? 'Shift ' : ''
  const named = (name: string) => Object.values(COMMANDS).find(({ keys }) => keys.includes(name))
  // Where a letter means the same with Shift, its name stands alone.
  const found = named(`${mod ? 'Ctrl ' : ''}${shift}${key}`) ?? (mod ? null : named(key)) ?? null
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

/** What is typed after Ctrl K while the list is still on its way is kept for it. */
function keepForList(event: KeyboardEvent): void {
  const { tool } = viewStore.getState()
  const { key, target, ctrlKey, metaKey, altKey } = event
  if (tool?.is !== 'commands' || ctrlKey || metaKey || altKey) return
  if (target instanceof Element && target.closest('dialog[open]') !== null) return
  const { typed = '' } = tool
  if (key === 'Escape') viewStore.setState({ tool: null })
  else if (key === 'Enter') viewStore.setState({ tool: { ...tool, isTaken: true } })
  else if (key === 'Backspace') viewStore.setState({ tool: { ...tool, typed: typed.slice(0, -1) } })
  else if (key.length === 1) viewStore.setState({ tool: { ...tool, typed: typed + key } })
  else return
  event.preventDefault()
}

/** Listens on the whole page until the result is called. */
export function listenForKeys(speedNow: () => number): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    keepForList(event)
    const command = commandOf(event)
    if (command === null) return
    event.preventDefault()
    command.run(speedNow())
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}
