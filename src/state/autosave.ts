import type { Scenario } from '../scenario/scenario.ts'
import type { TextStore } from './platform.ts'

/** Work as it was left: the document and where its run stood. */
export type SavedWork = {
  scenario: Scenario
  playheadMicros: number
  playing: boolean
  /** Holds changes that are nowhere else. */
  edited: boolean
  /** See SessionView.engineMatches. */
  engineMatches: boolean | null
  /** The hash of the address bar at that time: the same hash again is a reload, another one is a link. */
  hash: string
}

/** `work` is what this tab shows; `aside` is what it showed before a link was opened over it. */
export type Slot = 'work' | 'aside'

export type Autosave = {
  read: (slot: Slot) => Promise<SavedWork | null>
  write: (slot: Slot, work: SavedWork) => void
}

const keyOf = (slot: Slot) => `shardscope.${slot}`

async function parseWork(text: string | null): Promise<SavedWork | null> {
  if (text === null) return null
  const data: unknown = JSON.parse(text)
  if (typeof data !== 'object' || data === null) return null
  const { format, scenario, playheadMicros, playing, edited, engineMatches, hash } = data as Record<string, unknown>
  if (format !== 1 || typeof playheadMicros !== 'number' || !Number.isSafeInteger(playheadMicros) || playheadMicros < 0)
    return null
  // The schema loads only where there is something to read: most visits begin without.
  const { parseScenario } = await import('../scenario/parseScenario.ts')
  const parsed = parseScenario(scenario)
  if (!parsed.ok) return null
  return {
    scenario: parsed.scenario,
    playheadMicros,
    playing: playing === true,
    edited: edited === true,
    engineMatches: typeof engineMatches === 'boolean' ? engineMatches : null,
    hash: typeof hash === 'string' ? hash : '',
  }
}

/** One slot per tab (sessionStorage), so that two tabs never write over each other. What is read is parsed, never trusted. */
export function createAutosave(store: TextStore, onCannotSave: () => void): Autosave {
  let told = false
  return {
    async read(slot) {
      try {
        return await parseWork(store.getItem(keyOf(slot)))
      } catch {
        return null
      }
    },
    write(slot, work) {
      try {
        store.setItem(keyOf(slot), JSON.stringify({ format: 1, ...work }))
      } catch {
        // Storage that is full or forbidden must not stop anything; it is said once.
        if (!told) onCannotSave()
        told = true
      }
    },
  }
}
