import type { Platform } from './platform.ts'
import { createViewStore, type Motion, type Theme, type ViewStore } from './viewStore.ts'

const KEY = 'shardscope.preferences'
const THEMES: readonly unknown[] = ['system', 'light', 'dark'] satisfies Theme[]
const MOTIONS: readonly unknown[] = ['system', 'full', 'reduced'] satisfies Motion[]

function read(platform: Platform): { theme: Theme; motion: Motion } {
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

/** Theme and motion outlive the tab; where nothing can be kept they are the system's again next time. */
export function createRememberedView(platform: Platform): ViewStore {
  const { theme, motion } = read(platform)
  const view = createViewStore(theme, motion)
  view.subscribe((now, before) => {
    if (now.theme === before.theme && now.motion === before.motion) return
    try {
      platform.browserStore.setItem(KEY, JSON.stringify({ theme: now.theme, motion: now.motion }))
    } catch {
      // A preference that cannot be kept still holds for this page.
    }
  })
  return view
}
