import { PAINT_COUNT } from '../protocol/frame.ts'
import { PAINT_LETTERS } from './measures.ts'
import type { ReaderInk } from './readerInk.ts'

/** Colours of the theme as the painter needs them: CSS text, and words 0x00BBGGRR for pixels. */
export type Palette = {
  paint: string[]
  onPaint: string[]
  paintWord: Uint32Array
  stop: string
  stopWord: number
  ink: string
  ink2: string
  ink3: string
  line: string
  line2: string
  paper: string
  store: string
  paperWord: number
  /** Messages have their numbers close up: on the projector alone nobody in a room can read them. */
  hasNumbers: boolean
  ink3Word: number
  line2Word: number
  readers: Record<ReaderInk['token'], string>
  readerWord: Record<ReaderInk['token'], number>
}

/** Reads the CSS variables that hold at `element`; a two-dimensional context turns any CSS colour into bytes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const name = (variable: string) => style.getPropertyValue(variable).trim() || '#808080'
  const word = (colour: string): number => {
    if (context === null) return 0x808080
    context.fillStyle = colour
    context.clearRect(0, 0, 1, 1)
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return (blue << 16) | (green << 8) | red
  }
  const paint = Array.from({ length: PAINT_COUNT }, (_, i) =>
    name(PAINT_LETTERS[i] === undefined ? '--k-other' : `--k${PAINT_LETTERS[i]}`),
  )
  const readers = { r1: name('--r1'), r2: name('--r2'), r3: name('--r3'), r4: name('--r4') }
  return {
    paint,
    onPaint: paint.map((_, i) => name(PAINT_LETTERS[i] === undefined ? '--paper' : `--o${PAINT_LETTERS[i]}`)),
    paintWord: Uint32Array.from(paint, word),
    stop: name('--stop'),
    stopWord: word(name('--stop')),
    ...{
      ink: name('--ink'),
      ink2: name('--ink-2'),
      ink3: name('--ink-3'),
      line: name('--line'),
      line2: name('--line-2'),
    },
    ...{ paper: name('--paper'), store: name('--store') },
    hasNumbers: document.documentElement.dataset['projector'] !== 'bare',
    paperWord: word(name('--paper')),
    ink3Word: word(name('--ink-3')),
    line2Word: word(name('--line-2')),
    readers,
    readerWord: { r1: word(readers.r1), r2: word(readers.r2), r3: word(readers.r3), r4: word(readers.r4) },
  }
}

/** Calls back when the theme changes; returns how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-colours', 'data-projector'],
  })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', changed)
  }
}
