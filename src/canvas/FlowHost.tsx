import { Handle, Position, useStoreApi } from '@xyflow/react'
import { memo, type ReactNode, useMemo } from 'react'
import { type PortProps, portClass, portStyle, type StageHost, StageHostContext } from './stageHost.ts'

/** Ports and viewport as React Flow has them. */
export function FlowHost({ children }: { children: ReactNode }) {
  const store = useStoreApi()
  const host = useMemo<StageHost>(
    () => ({
      Port: FlowPort,
      viewport: {
        get: () => {
          const { transform, width, height } = store.getState()
          return { x: transform[0], y: transform[1], zoom: transform[2], width, height }
        },
        subscribe: (listener) => {
          let last = store.getState()
          return store.subscribe((now) => {
            if (now.transform !== last.transform || now.width !== last.width || now.height !== last.height) listener()
            last = now
          })
        },
      },
    }),
    [store],
  )
  return <StageHostContext value={host}>{children}</StageHostContext>
}

/** A node is rendered with each of its numbers, its ports only when they are elsewhere. */
const FlowPort = memo(function FlowPort(port: PortProps) {
  return (
    <Handle
      type={port.side === 'in' ? 'target' : 'source'}
      position={port.side === 'in' ? Position.Left : Position.Right}
      className={portClass(port.connected)}
      style={portStyle(port)}
    />
  )
})
