import type { Platform } from './platform.ts'
import { createViewStore, type Motion, type Theme, type ViewStore } from './viewStore.ts'

const KEY = 'shardscope.preferences'
const THEMES: readonly unknown[] = ['system', 'light', 'dark'] satisfies Theme[]
const MOTIONS: readonly unknown[] = ['system', 'full', 'reduced'] satisfies Motion[]
const NAMES = ['theme', 'motion', 'kafkaWords'] as const
type Preferences = { theme: Theme; motion: Motion; kafkaWords: boolean }

function read(platform: Platform): Preferences {
  try {
    const data: unknown = JSON.parse(platform.browserStore.getItem(KEY) ?? '{}')
    const { theme, motion, kafkaWords } = (data ?? {}) as Record<string, unknown>
    return {
      theme: THEMES.includes(theme) ? (theme as Theme) : 'system',
      motion: MOTIONS.includes(motion) ? (motion as Motion) : 'system',
      kafkaWords: kafkaWords === true,
    }
  } catch {
    return { theme: 'system', motion: 'system', kafkaWords: false }
  }
}

/**
 * Theme, motion and vocabulary outlive the tab; where nothing can be kept they are the system's and ours again next time.
 * Only what a person changes after `remember` is kept: a wish in the address is for one visit.
 */
export function createRememberedView(platform: Platform): { view: ViewStore; remember: () => void } {
  let kept = read(platform)
  const view = createViewStore(kept.theme, kept.motion, kept.kafkaWords)
  return {
    view,
    remember() {
      view.subscribe((now, before) => {
        const changed = NAMES.filter((name) => now[name] !== before[name])
        if (changed.length === 0) return
        kept = { ...kept, ...Object.fromEntries(changed.map((name) => [name, now[name]])) }
        try {
          platform.browserStore.setItem(KEY, JSON.stringify(kept))
        } catch {
          // A preference that cannot be kept still holds for this page.
        }
      })
    },
  }
}
