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
    element.setAttribute('class', entry.isClose ? 't-close' : 't-tick')
    element.setAttribute('x', entry.x.toFixed(1))
    element.setAttribute('y', entry.y.toFixed(1))
    if (element.textContent !== entry.text) element.textContent = entry.text
  })
  for (let i = group.children.length - 1; i >= texts.length; i--) group.children[i]?.remove()
}
