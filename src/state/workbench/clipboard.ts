import { partOf } from '../../scenario/parts.ts'
import { copyText } from '../copyText.ts'
import { droppedText } from '../droppedText.ts'
import { scenarioStore, viewStore } from '../index.ts'
import { insert } from './editing.ts'
import { readDocument } from './readDocument.ts'
import { namesOf, say, selectedIds } from './selection.ts'
import { type Point, stage } from './stageDoor.ts'

const BESIDE = 24

/** What was copied last, where the system's clipboard is closed to the page. */
let own = ''

/** The selected nodes as a document's text; null when nothing is selected. */
export function selectedText(): string | null {
  const ids = selectedIds()
  if (ids.length === 0) return null
  own = JSON.stringify(partOf(scenarioStore.getState().scenario, ids))
  pastes = 0
  say(`${namesOf(ids)} copied.`)
  return own
}

export async function copySelected(): Promise<boolean> {
  const text = selectedText()
  if (text === null) return false
  // Where it is not taken the page keeps it: pasting here still works.
  await copyText(text)
  return true
}

/** From the menu: the browser may ask, refuse, or have no such thing. */
export async function pasteFromSystem(at: Point | null): Promise<void> {
  let text = own
  try {
    text = (await navigator.clipboard.readText()) || own
  } catch {
    // What was copied here is still known.
  }
  await pasteText(text, at)
}

let pastes = 0

/** Text from anywhere: a part of a scene, or a whole one. It is hostile until it has been parsed. */
export async function pasteText(text: string, at: Point | null): Promise<void> {
  const refuse = (detail: string) =>
    viewStore.getState().setNotice({ text: 'What was copied cannot be put on the canvas.', detail })
  if (text.trim() === '') return refuse('Nothing was copied here. What was copied elsewhere comes by Ctrl V.')
  const parsed = await readDocument(text)
  if (!parsed.ok) return refuse(parsed.detail)
  const part = parsed.scenario
  if (part.nodes.length === 0) return refuse('There is no node in it.')
  pastes += 1
  const left = Math.min(...part.nodes.map((node) => node.x))
  const top = Math.min(...part.nodes.map((node) => node.y))
  const shift = at === null ? besides(left, top) : { x: at.x - left, y: at.y - top }
  // What was said of an earlier try is over.
  viewStore.getState().setNotice(null)
  insert(part, shift, 'pasted')
  if (parsed.dropped.length > 0)
    viewStore.getState().setNotice({ text: 'Parts of it are not known here.', detail: droppedText(parsed.dropped) })
}

/** A step beside the original as long as that is in sight, else into the sight. */
function besides(left: number, top: number): Point {
  const sight = stage()?.inSight()
  const step = BESIDE * pastes
  const isSeen =
    sight === undefined ||
    (left >= sight.x && left <= sight.x + sight.width && top >= sight.y && top <= sight.y + sight.height)
  return isSeen ? { x: step, y: step } : { x: sight.x + 40 + step - left, y: sight.y + 40 + step - top }
}
