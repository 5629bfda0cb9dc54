import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { shallow } from 'zustand/vanilla/shallow'
import type { App } from './app.ts'
import type { GaugeReader } from './gaugeReader.ts'
import type { ScenarioState } from './scenarioStore.ts'
import type { SessionView } from './sessionView.ts'
import type { ViewState } from './viewStore.ts'

export type Hooks = {
  useScenario: <T>(select: (state: ScenarioState) => T) => T
  useView: <T>(select: (state: ViewState) => T) => T
  useSession: () => SessionView
  useGauges: <T>(select: (reader: GaugeReader) => T) => T
}

/** React's view of the stores. Selections are compared one level deep: equal ones render nothing. */
export function createHooks(app: App): Hooks {
  const { readGauges, onGauges } = app
  return {
    useScenario: (select) => useStore(app.scenarioStore, useShallow(select)),
    useView: (select) => useStore(app.viewStore, useShallow(select)),
    useSession: () => useStore(app.sessionStore),
    useGauges<T>(select: (reader: GaugeReader) => T): T {
      const latest = useRef<{ reader: GaugeReader; select: unknown; value: T } | null>(null)
      const snapshot = useCallback(() => {
        const reader = readGauges()
        const before = latest.current
        if (before !== null && before.reader === reader && before.select === select) return before.value
        const chosen = select(reader)
        const value = before !== null && shallow(before.value, chosen) ? before.value : chosen
        latest.current = { reader, select, value }
        return value
      }, [select, readGauges])
      return useSyncExternalStore(onGauges, snapshot, snapshot)
    },
  }
}
