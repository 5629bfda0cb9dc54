import { showBytesIn } from '../scenario/byteUnits.ts'
import { viewStore } from '../state/index.ts'

/**
 * Puts theme and motion on <html>, where style sheets and painters read them: `data-theme` is
 * always light or dark, `data-motion` off, calm or on. `?theme=` and `?motion=off` win over the system's wish.
 * What few choose, the projector and other colours, is loaded for them.
 */
export function followAppearance(): void {
  const darkSystem = matchMedia('(prefers-color-scheme: dark)')
  const stillSystem = matchMedia('(prefers-reduced-motion: reduce)')
  const wished = new URLSearchParams(location.search)
  const theme = wished.get('theme')
  if (theme === 'light' || theme === 'dark') viewStore.setState({ theme })
  if (wished.get('motion') === 'off') viewStore.setState({ motion: 'reduced' })

  let rare = false
  const put = () => {
    const { theme: wish, motion, paints, bytes, show } = viewStore.getState()
    showBytesIn(bytes)
    const theme = show ? 'projector' : wish
    const root = document.documentElement
    const dark = theme === 'dark' || (theme === 'system' && darkSystem.matches)
    const still = motion === 'reduced' || (motion === 'system' && stillSystem.matches)
    set(root, 'data-theme', dark ? 'dark' : 'light')
    set(root, 'data-motion', still ? 'off' : motion === 'calm' ? 'calm' : 'on')
    if (!rare && (theme === 'projector' || paints === 'far')) {
      rare = true
      void import('./rareAppearance.ts').then(({ followRare }) => followRare(root))
    }
  }
  put()
  viewStore.subscribe(put)
  darkSystem.addEventListener('change', put)
  stillSystem.addEventListener('change', put)
}

/** Painters watch these attributes; writing the same value again would wake them. */
function set(root: HTMLElement, name: string, value: string): void {
  if (root.getAttribute(name) !== value) root.setAttribute(name, value)
}

/** What the switch in the header goes to next: away from what is seen now. */
export function toggleTheme(): void {
  const dark = document.documentElement.getAttribute('data-theme') === 'dark'
  viewStore.setState({ theme: dark ? 'light' : 'dark' })
}

/** Kafka's words come and go beside ours. */
export const toggleKafka = (): void => viewStore.setState(({ kafkaWords }) => ({ kafkaWords: !kafkaWords }))
export const toggleTable = (): void => viewStore.setState(({ table }) => ({ table: !table }))
export const togglePanels = (): void => viewStore.setState(({ panelsShown }) => ({ panelsShown: !panelsShown }))
export const openSettings = (): void => viewStore.setState({ tool: { is: 'settings' } })
