import { chooseLink } from '../../canvas/chooseLink.ts'
import { stepMark } from '../../canvas/marks/askMark.ts'
import { viewStore } from '../../state/index.ts'
import { arrange } from '../../state/workbench/arranging.ts'
import { copySelected, pasteFromSystem } from '../../state/workbench/clipboard.ts'
import { deleteSelected, duplicateSelected, newScene } from '../../state/workbench/editing.ts'
import { say, selectEverything } from '../../state/workbench/selection.ts'
import { stage } from '../../state/workbench/stageDoor.ts'

/** What keys, menu and command list do to the document. Loaded with the first wish for one of them. */
export const EDITS = {
  delete: deleteSelected,
  duplicate: duplicateSelected,
  selectAll: selectEverything,
  copy: () => void copySelected(),
  cut: () => void copySelected().then((copied) => copied && deleteSelected()),
  paste: (at?: { x: number; y: number }) => void pasteFromSystem(at ?? null),
  arrange: () => void arrange(),
  newScene,
  rename: () => {
    const { selectedId } = viewStore.getState()
    if (selectedId !== null) viewStore.setState({ tool: { is: 'rename', nodeId: selectedId } })
  },
  connect: () => {
    const { selectedId } = viewStore.getState()
    if (selectedId !== null) viewStore.setState({ tool: { is: 'connect', fromId: selectedId } })
  },
  nextLink: () => {
    const { selectedId, selectedLink } = viewStore.getState()
    const id = selectedId ?? selectedLink?.from
    if (id !== undefined) chooseLink(id)
  },
  findMessage: () =>
    viewStore.setState({ biography: { question: null, standsFor: 1, step: null }, panel: 'inspector' }),
  nextMessage: () => stepMark(1),
  messageBefore: () => stepMark(-1),
  fit: () => {
    stage()?.fit()
    say('Everything is in sight.')
  },
} as const

export type EditName = keyof typeof EDITS
