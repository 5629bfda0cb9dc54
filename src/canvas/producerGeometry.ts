import { type Box, NAME_HEIGHT, PITCH } from './measures.ts'

/** Above this many slots a send buffer is folded to a bar. */
const SLOTS_MAX = 200
const COLUMNS = 20
const SLOT = 5.3
const BOX_TOP = NAME_HEIGHT
const RATE_HEIGHT = 56

/** One link's send buffer. `perDot` is the store's, so that dots can be compared by eye. */
export type SendBuffer = {
  target: string
  /** Where records leave, and where refused ones come back. */
  outY: number
  returnY: number
  labelY: number
  /** The frame; slots stand inside it, filled from the outlet: right column first, from the bottom. */
  frame: Box
  columns: number
  rows: number
  slots: number
  slotSize: number
  folded: boolean
  capacity: number
  perDot: number
}

export type ProducerGeometry = { width: number; height: number; box: Box; buffers: SendBuffer[] }

export type BufferInput = { target: string; capacity: number; perDot: number }

/** Where a producer's parts stand, in its own coordinates. */
export function producerGeometry(links: readonly BufferInput[]): ProducerGeometry {
  const width = 118
  let y = BOX_TOP + RATE_HEIGHT
  const buffers = links.map((link, index): SendBuffer => {
    const slots = Math.max(1, Math.ceil(link.capacity / link.perDot))
    const folded = slots > SLOTS_MAX
    const columns = Math.min(COLUMNS, slots)
    const rows = folded ? 1 : Math.ceil(slots / columns)
    const labelY = y + 12
    const frame = { x: 4, y: y + 18, width: width - 8, height: folded ? 8 : rows * SLOT + 4 }
    y = frame.y + frame.height + 8
    return {
      target: link.target,
      outY: links.length === 1 ? BOX_TOP + 27 : labelY - 4 + (index === 0 ? -2 : 0),
      returnY: frame.y + frame.height / 2,
      labelY,
      frame,
      columns,
      rows,
      slots,
      slotSize: SLOT,
      folded,
      capacity: link.capacity,
      perDot: link.perDot,
    }
  })
  if (buffers.length === 0) y += 4
  const box = { x: 0, y: BOX_TOP, width, height: y - BOX_TOP }
  // One line for what is held back or lost stands below the box.
  return { width, height: y + 3 * PITCH, box, buffers }
}

/** Centre of slot `index` of a send buffer. */
export function slotAt(buffer: SendBuffer, index: number): { x: number; y: number } {
  const column = Math.floor(index / buffer.rows)
  const row = index % buffer.rows
  const right = buffer.frame.x + buffer.frame.width - 2
  return {
    x: right - (column + 0.5) * buffer.slotSize,
    y: buffer.frame.y + buffer.frame.height - 2 - (row + 0.5) * buffer.slotSize,
  }
}
