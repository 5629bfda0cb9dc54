// Runs inside the page. Finds controls without a name, and controls that something else lies upon.

/** Faults of every control that can be seen or scrolled to; `smallest`: side in px that a target must have. */
export function controlFaults(smallest: number): string[] {
  const faults: string[] = []
  // What lies under an open dialog cannot be reached now.
  const read = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document
  const controls = read.querySelectorAll<HTMLElement>(
    'button, input, select, textarea, summary, a[href], [role="slider"]',
  )
  for (const control of controls) {
    if (!control.checkVisibility({ opacityProperty: false, visibilityProperty: true })) continue
    if (control.matches('.skip-link')) continue
    const label =
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
        ? control.labels?.[0]?.innerText
        : ''
    const name = (control.getAttribute('aria-label') || label || control.innerText || '').trim()
    if (name === '') faults.push(`no name: ${control.outerHTML.slice(0, 90)}`)
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const box = control.getBoundingClientRect()
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const own = hit !== null && (control.contains(hit) || control.closest('label')?.contains(hit) === true)
    if (!own) faults.push(`not hit at its centre: ${name} (${hit === null ? 'nothing' : hit.outerHTML.slice(0, 60)})`)
    // Marks inside running text are as high as the text: WCAG 2.5.8 leaves them out.
    const inText = control.matches('.source-mark, .text-button, .field-back, a')
    const height = Math.max(box.height, control.closest('label')?.getBoundingClientRect().height ?? 0)
    if (!inText && height < smallest) faults.push(`only ${Math.round(height)} px high: ${name}`)
  }
  return faults
}
