import { type ComponentType, createContext, useContext, useSyncExternalStore } from 'react'
import { CLOSE } from './far.ts'
import type { Viewport } from './viewport.ts'

export type PortProps = { side: 'in' | 'out'; connected: boolean; x: number | undefined; y: number }

/** Where the scene is looked at from; told to the painter outside React, because panning changes it every frame. */
export type ViewportSource = { get: () => Viewport; subscribe: (listener: () => void) => () => void }

/** What the stage under the nodes gives them: the still one and the one of React Flow are exchangeable. */
export type StageHost = { Port: ComponentType<PortProps>; viewport: ViewportSource }

export const StageHostContext = createContext<StageHost | null>(null)

export function useStageHost(): StageHost {
  const host = useContext(StageHostContext)
  if (host === null) throw new Error('A node is drawn without a stage.')
  return host
}

/** Whether single messages can be told apart: their letters are not drawn, and so not kept up, for an eye that is too far. */
export function useIsClose(): boolean {
  const { viewport } = useStageHost()
  return useSyncExternalStore(viewport.subscribe, () => viewport.get().zoom >= CLOSE)
}

export const portClass = (connected: boolean): string => (connected ? 'stage-port' : 'stage-port is-open')

/** Inline place of a port on its node. */
export function portStyle({ side, x, y }: PortProps): { top: number; left?: number; right?: 'auto' } {
  if (x === undefined) return { top: y }
  return side === 'in' ? { top: y, left: x } : { top: y, left: x, right: 'auto' }
}
