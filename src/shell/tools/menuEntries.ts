import type { Alignment } from '../../scenario/alignNodes.ts'
import { KIND_NAMES, NODE_KINDS } from '../../scenario/kindNames.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { viewStore } from '../../state/index.ts'
import { alignSelected } from '../../state/workbench/editing.ts'
import { unlink } from '../../state/workbench/linking.ts'
import { placeNew } from '../../state/workbench/placing.ts'
import { toggleShow } from '../present/startShow.ts'
import { EDITS } from './editCommands.ts'

export type MenuEntry = { text: string; keys?: string; run: () => void }
type Selected = {
  selectedId: string | null
  alsoSelected: readonly string[]
  link: { from: string; to: string } | null
}

export const ALIGNMENTS: readonly (readonly [Alignment, string])[] = [
  ['left', 'Align left edges'],
  ['centre', 'Align on one vertical'],
  ['right', 'Align right edges'],
  ['top', 'Align top edges'],
  ['middle', 'Align on one horizontal'],
  ['bottom', 'Align bottom edges'],
  ['spreadAcross', 'Equal gaps across'],
  ['spreadDown', 'Equal gaps down'],
]

/** Groups of entries, with a line between them. */
export function menuEntries(scenario: Scenario, selected: Selected, at: { x: number; y: number }): MenuEntry[][] {
  if (selected.link !== null) return [[{ text: 'Delete the link', keys: 'Delete', run: EDITS.delete }]]
  if (selected.selectedId === null) return paneEntries(at)
  const edits: MenuEntry[] = [
    { text: 'Duplicate', keys: 'Ctrl D', run: EDITS.duplicate },
    { text: 'Copy', keys: 'Ctrl C', run: EDITS.copy },
    { text: 'Cut', keys: 'Ctrl X', run: EDITS.cut },
  ]
  const remove: MenuEntry[] = [{ text: 'Delete', keys: 'Delete', run: EDITS.delete }]
  if (selected.alsoSelected.length > 0) {
    const align = ALIGNMENTS.map(([how, text]): MenuEntry => ({ text, run: () => alignSelected(how) }))
    return [edits, align, remove]
  }
  return [oneNode(scenario, selected.selectedId), edits, unlinkEntries(scenario, selected.selectedId), remove].filter(
    (group) => group.length > 0,
  )
}

function oneNode(scenario: Scenario, id: string): MenuEntry[] {
  const connect: MenuEntry = {
    text: 'Connect to…',
    keys: 'c',
    run: () => viewStore.setState({ tool: { is: 'connect', fromId: id } }),
  }
  return [...(scenario.nodes.length > 1 ? [connect] : []), { text: 'Rename', keys: 'F2', run: EDITS.rename }]
}

function unlinkEntries({ links, nodes }: Scenario, id: string): MenuEntry[] {
  const name = (of: string) => nodes.find((node) => node.id === of)?.name ?? of
  return links
    .filter((link) => link.from === id || link.to === id)
    .map(({ from, to }) => ({
      text: from === id ? `Delete the link to ${name(to)}` : `Delete the link from ${name(from)}`,
      run: () => unlink(from, to),
    }))
}

function paneEntries(at: { x: number; y: number }): MenuEntry[][] {
  return [
    NODE_KINDS.map((kind): MenuEntry => ({ text: `Add: ${KIND_NAMES[kind]}`, run: () => void placeNew(kind, at) })),
    [
      { text: 'Paste', keys: 'Ctrl V', run: () => EDITS.paste(at) },
      { text: 'Select everything', keys: 'Ctrl A', run: EDITS.selectAll },
      { text: 'Arrange', run: EDITS.arrange },
      { text: 'Show everything', keys: 'f', run: EDITS.fit },
    ],
    [{ text: 'Present in two windows', keys: 'Shift P', run: toggleShow }],
  ]
}
