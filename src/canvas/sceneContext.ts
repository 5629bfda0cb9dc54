import { createContext, useContext } from 'react'
import type { Layout } from '../protocol/layout.ts'
import type { ByteUnits } from '../scenario/byteUnits.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Scene } from './geometry.ts'
import type { RailSpan } from './railSpans.ts'
import type { ReaderInk } from './readerInk.ts'
import type { StreamRibbons } from './ribbons.ts'

/** What stands where; changes with the document, with a drag and with the run's layout. */
export type SceneValue = {
  scenario: Scenario
  scene: Scene
  layout: Layout | null
  inks: ReadonlyMap<string, ReaderInk>
  reduced: boolean
  /** How the boxes write sizes. */
  bytes: ByteUnits
  /** Where the labels of the rails stand (`stream.shard.reader`), so that they and marks keep clear of each other. */
  labels: Map<string, RailSpan>
}

/** What flows, at most four times a second. */
export type FlowValue = {
  ribbons: ReadonlyMap<string, StreamRibbons>
  /** Refused attempts a second, `producer>store>shard`. */
  refused: ReadonlyMap<string, number>
}

export const SceneContext = createContext<SceneValue | null>(null)
export const FlowContext = createContext<FlowValue>({ ribbons: new Map(), refused: new Map() })

export function useScene(): SceneValue {
  const value = useContext(SceneContext)
  if (value === null) throw new Error('A node is drawn outside the canvas.')
  return value
}
export const useFlow = (): FlowValue => useContext(FlowContext)
