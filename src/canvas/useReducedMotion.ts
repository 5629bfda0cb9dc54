import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-motion'] })
  return () => observer.disconnect()
}

/**
 * Nothing crosses a link: movement off or calm. The shell decides (system setting, link or choice) and says it on the root
 * element.
 */
export const useReducedMotion = (): boolean =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset['motion'] !== 'on')
