import { useEffect } from 'react'

/** A ring about the nodes that are spoken of. A sheet of its own: the picture need not know that there are lessons. */
export function useLooks(ids: readonly string[]): void {
  const text = ids
    .filter((id) => /^[A-Za-z0-9_-]+$/.test(id))
    .map((id) => `.stage-picture [data-id="${id}"]`)
    .join(',')
  useEffect(() => {
    if (text === '') return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`${text}{outline:2px solid var(--act);outline-offset:7px;border-radius:3px}`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [text])
}
