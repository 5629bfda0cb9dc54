import { useEffect } from 'react'
import { pasteText, selectedText } from '../state/workbench/clipboard.ts'
import { deleteSelected } from '../state/workbench/editing.ts'

/** Text that is written or marked has the keys for itself. */
const isText = ({ target }: Event) =>
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null) ||
  (document.getSelection()?.toString() ?? '') !== ''

/** The browser's own copy, cut and paste, which need no permission. */
export function useClipboardKeys(): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (isText(event)) return
      const text = selectedText()
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut') deleteSelected()
    }
    const paste = (event: ClipboardEvent) => {
      if (isText(event)) return
      event.preventDefault()
      void pasteText(event.clipboardData?.getData('text/plain') ?? '', null)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [])
}
