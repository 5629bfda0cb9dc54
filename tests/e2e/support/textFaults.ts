// Runs inside the page. Finds text that a person could not read: cut off, outside, or under other text.

type Words = { text: string; drawn: Element | null; left: number; top: number; right: number; bottom: number }

/** Faults of everything that can be read at this moment, in words; empty when there is none. */
export function textFaults(): string[] {
  const faults: string[] = []
  const all: Words[] = []
  const TOLERANCE_PX = 1.5
  // On a phone the picture is larger than its frame and is moved about under it: words may stand across its edge.
  const isPhone = innerWidth < 720

  const shown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.unseen, .skip-link, noscript') === null

  /** The nearest ancestor that cuts, and how; text inside of what scrolls may be outside for now. */
  function cutOf(element: Element, box: DOMRect): 'whole' | 'cut' | 'scrolled' {
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      if (around === document.body || around === document.documentElement) break
      const frame = around.getBoundingClientRect()
      const out =
        box.left < frame.left - TOLERANCE_PX ||
        box.right > frame.right + TOLERANCE_PX ||
        box.top < frame.top - TOLERANCE_PX ||
        box.bottom > frame.bottom + TOLERANCE_PX
      if (!out) continue
      // The canvas can be moved: what lies wholly beside its frame is not cut, it is elsewhere.
      const beside =
        box.right <= frame.left || box.left >= frame.right || box.bottom <= frame.top || box.top >= frame.bottom
      if ((beside || isPhone) && element.closest('.react-flow') !== null) return 'scrolled'
      return overflowY === 'auto' || overflowY === 'scroll' ? 'scrolled' : 'cut'
    }
    return 'whole'
  }

  // What lies under an open dialog is not read now.
  const read = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  const walker = document.createTreeWalker(read, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const element = node.parentElement
    if (text === '' || element === null || !shown(element) || element.closest('option, style, script, title, defs'))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue
      const cut = cutOf(element, box)
      if (cut === 'scrolled') continue
      if (cut === 'cut') faults.push(`cut off: "${text}"`)
      if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1)
        faults.push(`outside the window: "${text}"`)
      // A line's box is higher than its letters: the middle part is what is read.
      const slack = box.height * 0.18
      // In a drawing words keep a distance; in a line of text a space does that.
      const air = element instanceof SVGElement ? 1 : -1
      const drawn = element.closest('text')
      const sides = { left: box.left - air, right: box.right + air, top: box.top + slack, bottom: box.bottom - slack }
      all.push({ text, drawn, ...sides })
    }
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow === 'ellipsis')
      faults.push(`shortened: "${text}"`)
  }
  for (const field of document.querySelectorAll('input:not([type=range], [type=radio], [type=checkbox], [readonly])')) {
    if (shown(field) && field.scrollWidth > field.clientWidth + 1)
      faults.push(`does not fit its field: "${(field as HTMLInputElement).value}"`)
  }

  all.sort((a, b) => a.top - b.top)
  all.forEach((one, i) => {
    for (let j = i + 1; j < all.length; j += 1) {
      const other = all[j]
      if (other === undefined || other.top >= one.bottom) break
      // Parts of one drawn line stand beside each other by themselves.
      if (one.drawn !== null && one.drawn === other.drawn) continue
      if (one.left < other.right && other.left < one.right)
        faults.push(`over one another: "${one.text}" and "${other.text}"`)
    }
  })
  return [...new Set(faults)]
}
