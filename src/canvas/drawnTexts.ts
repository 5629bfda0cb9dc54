/** One text of a drawing that moves with the messages. */
export type DrawnText = { x: number; y: number; text: string; isClose?: boolean }

const SVG = 'http://www.w3.org/2000/svg'

/** Puts texts into a group that React leaves alone; elements are reused. */
export function setTexts(group: Element, texts: readonly DrawnText[]): void {
  texts.forEach((entry, i) => {
    let element = group.children[i]
    if (element === undefined) {
      element = document.createElementNS(SVG, 'text')
      element.setAttribute('text-anchor', 'middle')
      group.append(element)
    }
    const places = { class: entry.isClose ? 't-close' : 't-tick', x: entry.x.toFixed(1), y: entry.y.toFixed(1) }
    // What is set anew is laid out and painted anew, sixty times a second, even where it is the same.
    for (const [name, value] of Object.entries(places))
      if (element.getAttribute(name) !== value) element.setAttribute(name, value)
    if (element.textContent !== entry.text) element.textContent = entry.text
  })
  for (let i = group.children.length - 1; i >= texts.length; i--) group.children[i]?.remove()
}
