import type { Platform } from './platform.ts'
import { createViewStore, type Motion, type Theme, type ViewStore } from './viewStore.ts'

const KEY = 'shardscope.preferences'
const THEMES: readonly unknown[] = ['system', 'light', 'dark'] satisfies Theme[]
const MOTIONS: readonly unknown[] = ['system', 'full', 'reduced'] satisfies Motion[]
type Preferences = { theme: Theme; motion: Motion }

function read(platform: Platform): Preferences {
  try {
    const data: unknown = JSON.parse(platform.browserStore.getItem(KEY) ?? '{}')
    const { theme, motion } = (data ?? {}) as Record<string, unknown>
    return {
      theme: THEMES.includes(theme) ? (theme as Theme) : 'system',
      motion: MOTIONS.includes(motion) ? (motion as Motion) : 'system',
    }
  } catch {
    return { theme: 'system', motion: 'system' }
  }
}

/**
 * Theme and motion outlive the tab; where nothing can be kept they are the system's again next time.
 * Only what a person changes after `remember` is kept: a wish in the address is for one visit.
 */
export function createRememberedView(platform: Platform): { view: ViewStore; remember: () => void } {
  let kept = read(platform)
  const view = createViewStore(kept.theme, kept.motion)
  return {
    view,
    remember() {
      view.subscribe((now, before) => {
        if (now.theme === before.theme && now.motion === before.motion) return
        if (now.theme !== before.theme) kept = { ...kept, theme: now.theme }
        if (now.motion !== before.motion) kept = { ...kept, motion: now.motion }
        try {
          platform.browserStore.setItem(KEY, JSON.stringify(kept))
        } catch {
          // A preference that cannot be kept still holds for this page.
        }
      })
    },
  }
}
