import { OTHER_PAINT, PAINT_COUNT } from '../../protocol/frame.ts'
import { PAINT_LETTERS } from '../measures.ts'

/**
 * Dims every key but those of one paint, on the whole canvas; null: none. Ribbons, dots and beads all have their colours from the
 * same variables, so these alone change.
 */
export function lightPaint(paint: number | null): void {
  const canvas = document.querySelector<HTMLElement>('.scope')
  if (canvas === null) return
  const theme = getComputedStyle(document.documentElement)
  const paper = theme.getPropertyValue('--paper').trim()
  for (let i = 0; i < PAINT_COUNT; i++) {
    const name = i === OTHER_PAINT ? '--k-other' : `--k${PAINT_LETTERS[i]}`
    if (paint === null || i === paint) canvas.style.removeProperty(name)
    else canvas.style.setProperty(name, `color-mix(in srgb, ${theme.getPropertyValue(name).trim()} 18%, ${paper})`)
  }
  // The painter reads its colours anew when the theme is said to have changed.
  const root = document.documentElement
  root.setAttribute('data-theme', root.getAttribute('data-theme') ?? 'light')
}
