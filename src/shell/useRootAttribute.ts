import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** What is in force now, as it stands on <html>. */
export function useRootAttribute(name: 'data-theme'): string | null {
  return useSyncExternalStore(subscribe, () => document.documentElement.getAttribute(name))
}
