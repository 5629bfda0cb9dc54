import type { Platform } from './platform.ts'
import { createViewStore, type Preferences, type ViewStore } from './viewStore.ts'

const KEY = 'shardscope.preferences'

/** What each may be; the first is meant until somebody chooses. */
const CHOICES: { readonly [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  theme: ['system', 'light', 'dark', 'projector'],
  motion: ['system', 'full', 'calm', 'reduced'],
  paints: ['usual', 'far'],
  bytes: ['iec', 'si'],
  kafkaWords: [false, true],
  spoken: [true, false],
  table: [false, true],
}
const NAMES = Object.keys(CHOICES) as (keyof Preferences)[]

/** What stands in the browser's store may be anything. */
function read(platform: Platform): Preferences {
  let data: unknown = null
  try {
    data = JSON.parse(platform.browserStore.getItem(KEY) ?? '{}')
  } catch {
    // Forbidden or torn: as if nothing had been kept.
  }
  const found = (data ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    NAMES.map((name) => {
      const choices: readonly unknown[] = CHOICES[name]
      return [name, choices.includes(found[name]) ? found[name] : choices[0]]
    }),
  ) as Preferences
}

/**
 * Preferences outlive the tab; where nothing can be kept they are the first choices again next time.
 * Only what a person changes after `remember` is kept: a wish in the address is for one visit.
 */
export function createRememberedView(platform: Platform): { view: ViewStore; remember: () => void } {
  let kept = read(platform)
  const view = createViewStore(kept)
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
