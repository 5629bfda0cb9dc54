import { viewStore } from '../state/index.ts'
import './rareAppearance.css'

/**
 * Appearances that few choose, on <html> for style sheets and painters: `data-projector` (panels or bare) and `data-colours`
 * (what the paints are, so that painters read them anew).
 */
export function followRare(root: HTMLElement): void {
  const put = () => {
    const { theme: wish, paints, panelsShown, show } = viewStore.getState()
    const theme = show ? 'projector' : wish
    set(root, 'data-projector', theme === 'projector' ? (panelsShown ? 'panels' : 'bare') : null)
    set(root, 'data-paints', paints === 'far' ? 'far' : null)
    set(root, 'data-colours', `${theme} ${paints}`)
  }
  put()
  viewStore.subscribe(put)
}

function set(root: HTMLElement, name: string, value: string | null): void {
  if (root.getAttribute(name) === value) return
  if (value === null) root.removeAttribute(name)
  else root.setAttribute(name, value)
}
