import type { CommandName } from './keyboard.ts'

/** What each command does and how its keys are written, as help says them and in its order. */
export const KEY_WORDS: Readonly<Record<CommandName, readonly [what: string, ...keys: string[]]>> = {
  play: ['Play or pause', 'Space', '.'],
  forward: ['One event forward', '→'],
  back: ['One event back', '←'],
  start: ['Back to the start, same seed', 'Home'],
  faster: ['Faster', '+'],
  slower: ['Slower', '-'],
  nextMark: ['Next mark on the timeline', 'm'],
  markBefore: ['The mark before', 'Shift M'],
  bookmark: ['Bookmark this moment', 'd'],
  newSeed: ['New seed', 'n'],
  undo: ['Undo', 'Ctrl Z', '⌘ Z'],
  redo: ['Redo', 'Ctrl Shift Z', '⌘ Shift Z', 'Ctrl Y'],
  scenes: ['Open another scene', 'o'],
  lessons: ['Lessons; in one, to its step 7', 'g', 'G 7'],
  commands: ['Find a command, a node, a scene', 'Ctrl K', '⌘ K'],
  build: ['Question or palette', 'b'],
  table: ['Picture or table', 'v'],
  settings: ['Settings', ','],
  connect: ['Connect', 'c on a node'],
  delete: ['Delete', 'Delete'],
  rename: ['Rename', 'F2'],
  duplicate: ['Duplicate', 'Ctrl D', '⌘ D'],
  selectAll: ['Select everything', 'Ctrl A', '⌘ A'],
  copy: ['Copy', 'Ctrl C', '⌘ C'],
  cut: ['Cut', 'Ctrl X', '⌘ X'],
  paste: ['Paste', 'Ctrl V', '⌘ V'],
  fit: ['Show everything', 'f'],
  copyLink: ['Copy the link', 'c'],
  theme: ['Light or dark', 't'],
  kafka: ['Kafka’s words beside ours', 'k'],
  panels: ['Panels beside a projected picture', 'p'],
  help: ['This list', '?'],
}

export const COMMAND_NAMES = Object.keys(KEY_WORDS) as CommandName[]
