import { HEADER } from '../../protocol/frame.ts'
import { viewStore } from '../../state/index.ts'
import { say } from '../../state/workbench/selection.ts'
import { stage } from '../../state/workbench/stageDoor.ts'
import { shown } from '../shownPicture.ts'
import { marksOf } from './marksOf.ts'
import { nearestMark, type PlacedMark } from './placedMark.ts'

// Which message is meant, by pointer and by keyboard. Loaded with the first click on the canvas or the first such key.

const REACH_PIXELS = 8
const REACH_OF_A_FINGER = 16

/** Opens the life of the message under a point of the window; false where there is none. */
export function askMarkAt(clientX: number, clientY: number, isTouch: boolean): boolean {
  const at = stage()?.pointAt(clientX, clientY)
  const picture = shown.picture
  if (!at || picture === null) return false
  const zoom = zoomNow()
  const mark = nearestMark(marksOf(picture), at, (isTouch ? REACH_OF_A_FINGER : REACH_PIXELS) / zoom)
  if (mark === null) return false
  open(mark, null)
  return true
}

function zoomNow(): number {
  const [here, there] = [stage()?.inSight(), document.querySelector('.stage-surface')?.clientWidth ?? 0]
  return here && here.width > 0 ? there / here.width : 1
}

function open({ mark, standsFor }: PlacedMark, step: { node: string; index: number } | null): void {
  const untilMicros = shown.picture?.frame.header[HEADER.nowMicros] ?? 0
  viewStore.setState({
    biography: { question: { kind: 'mark', mark, untilMicros }, standsFor, step },
    panel: 'inspector',
  })
}

/** The next or previous message of the node that has the keyboard, or is selected: the newest first, round and round. */
export function stepMark(by: 1 | -1): void {
  const { biography, selectedId } = viewStore.getState()
  const focused = document.activeElement?.closest('[data-node]')?.getAttribute('data-node')
  const node = focused ?? biography?.step?.node ?? selectedId
  const picture = shown.picture
  if (node == null || picture === null) {
    say('No node is selected.')
    return
  }
  const marks = marksOf(picture)
    .filter((mark) => mark.node === node)
    .sort((a, b) => a.x - b.x || a.y - b.y)
  if (marks.length === 0) {
    say('It has no single messages at this moment.')
    return
  }
  const before = biography?.step?.node === node ? biography.step.index : by > 0 ? -1 : 0
  const index = (before + by + marks.length) % marks.length
  const mark = marks[index]
  if (mark) open(mark, { node, index })
}
