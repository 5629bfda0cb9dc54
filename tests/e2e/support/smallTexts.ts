// Runs inside the page.

/** Texts in sight that are smaller than so many pixels, as they are drawn, with their size. */
export function smallTexts(pixels: number): string[] {
  const small: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const text = own.map(({ textContent }) => textContent?.trim()).join('')
    if (text === '' || element.closest('.unseen, .skip-link, noscript, style, script, title, option') !== null) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const { left, top, right, bottom, width } = element.getBoundingClientRect()
    if (width < 2 || right < 0 || bottom < 0 || left > innerWidth || top > innerHeight) continue
    const drawing = element.closest('.react-flow__viewport')
    const zoom = drawing === null ? 1 : new DOMMatrix(getComputedStyle(drawing).transform).a
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * zoom
    // A hundredth is lost where a zoom is written down.
    if (size < pixels - 0.05) small.push(`${size.toFixed(1)} px: ${text.slice(0, 30)}`)
  }
  return small
}
