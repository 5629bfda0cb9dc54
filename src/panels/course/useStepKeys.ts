import { useEffect, useState } from 'react'

const PAUSE_MS = 1200

/** `g`, digits, then Enter or a short pause. The result is what has been typed so far; null while nobody types a number. */
export function useStepKeys(go: (step: number) => void): string | null {
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    const end = (digits: string | null) => {
      setTyped(null)
      if (digits) go(Number(digits))
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const { key, target } = event
      if (typed === null) {
        if (key.toLowerCase() !== 'g' || isTyped(target)) return
        setTyped('')
      } else if (/^\d$/.test(key)) setTyped((typed + key).slice(-2))
      else end(key === 'Enter' ? typed : null)
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the page's own keys: while a number is typed, the digits belong to it.
    addEventListener('keydown', onKeyDown, true)
    const timer = typed === null ? undefined : setTimeout(() => end(typed), PAUSE_MS)
    return () => {
      removeEventListener('keydown', onKeyDown, true)
      clearTimeout(timer)
    }
  }, [typed, go])
  return typed
}

const isTyped = (target: EventTarget | null) =>
  target instanceof Element &&
  (target.matches('textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox])') ||
    target.closest('dialog[open]') !== null)
