import { type Alignment, alignNodes } from '../../scenario/alignNodes.ts'
import { emptyScenario } from '../../scenario/emptyScenario.ts'
import { removeNodes, renameNode, setField } from '../../scenario/index.ts'
import { freeName, insertPart, partOf } from '../../scenario/parts.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { applyEdit, openScenario, scenarioStore, viewStore } from '../index.ts'
import { unlink } from './linking.ts'
import { namesOf, say, selectedIds } from './selection.ts'
import { stage } from './stageDoor.ts'

const present = () => scenarioStore.getState().scenario

/** The selected nodes with their links, or the selected link. */
export function deleteSelected(): void {
  const { selectedLink } = viewStore.getState()
  if (selectedLink !== null) {
    unlink(selectedLink.from, selectedLink.to)
    return
  }
  const ids = selectedIds()
  if (ids.length === 0) return
  say(`${namesOf(ids)} deleted. Undo brings back.`)
  applyEdit((scenario) => removeNodes(scenario, ids))
}

const BESIDE = { x: 24, y: 24 }

export function duplicateSelected(): void {
  const ids = selectedIds()
  if (ids.length > 0) insert(partOf(present(), ids), BESIDE, 'duplicated')
}

/** Puts a part of a scene onto the canvas and selects it. */
export function insert(part: Scenario, shift: { x: number; y: number }, done: string): void {
  const { scenario, ids } = insertPart(present(), part, shift)
  const left = part.nodes.length - ids.length
  if (left > 0)
    viewStore.getState().setNotice({
      text: 'A scene holds no more nodes than these.',
      detail: `${left} of ${part.nodes.length} were left out.`,
    })
  if (ids.length === 0) return
  applyEdit(() => scenario)
  viewStore.getState().selectAll(ids)
  say(`${namesOf(ids)} ${done}.`)
  const first = ids[0]
  if (first === undefined) return
  stage()?.show(first)
  stage()?.focus(first)
}

/** Sentences and charts call a node by its name alone: one that is taken gets a number. */
export function rename(id: string, name: string): void {
  applyEdit((scenario) => {
    const others = scenario.nodes.filter((node) => node.id !== id)
    return renameNode(scenario, id, freeName({ ...scenario, nodes: others }, name.trim()))
  })
  say(`Renamed to ${namesOf([id])}.`)
}

export function alignSelected(how: Alignment): void {
  const boxes = stage()?.boxesOf(present())
  if (boxes === undefined) return
  const chosen = new Map(
    selectedIds().flatMap((id) => {
      const box = boxes.get(id)
      return box === undefined ? [] : [[id, box] as const]
    }),
  )
  applyEdit((scenario) => alignNodes(scenario, chosen, how))
  say(`${namesOf([...chosen.keys()])} aligned.`)
}

export function writeNote(id: string, text: string): void {
  applyEdit((scenario) => setField(scenario, id, 'text', text, 0))
  say('Written.')
}

/** An empty page; what was here is offered again. */
export function newScene(): void {
  openScenario(emptyScenario(), 0, false)
  viewStore.setState({ building: true })
  say('An empty page. The palette is at the left.')
}
