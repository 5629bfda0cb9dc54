import { createElement, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useScenario, viewStore } from '../state/index.ts'
import { fitted } from './fitting.ts'
import { linkTypes, nodeKinds } from './kinds.ts'
import { MessageLayer } from './MessageLayer.tsx'
import { SceneProvider } from './SceneProvider.tsx'
import { StageWords } from './StageWords.tsx'
import { useScene } from './sceneContext.ts'
import { type StageHost, StageHostContext } from './stageHost.ts'

/** The stage before React Flow is there: fitted, drawn, selectable, but not yet to be moved. */
export function StillStage() {
  const nodes = useScenario((state) => state.scenario.nodes)
  const positions = useMemo(() => new Map(nodes.map(({ id, x, y }) => [id, { x, y }])), [nodes])
  return (
    <SceneProvider positions={positions}>
      <StillPlane />
      <StageWords />
    </SceneProvider>
  )
}

function StillPlane() {
  const { scene, scenario } = useScene()
  const surface = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = surface.current
    if (element === null) return
    const look = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const view = fitted(scene, size)
  const { host, show } = useMemo(createHost, [])
  useLayoutEffect(() => show({ ...view, ...size }))

  return (
    <StageHostContext value={host}>
      <div ref={surface} className="stage-surface">
        <div className="still-plane" style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})` }}>
          <svg className="still-links" aria-hidden="true">
            {scenario.links.map(({ from, to }) =>
              createElement(linkTypes.link, { key: `${from} ${to}`, source: from, target: to }),
            )}
          </svg>
          {scenario.nodes.map(({ id, kind, x, y }) => (
            // The button inside has the keyboard; this only hears the mouse.
            // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: see above
            <div
              key={id}
              className="still-node"
              style={{ transform: `translate(${x}px, ${y}px)` }}
              onClick={() => viewStore.getState().select(id)}
            >
              {createElement(nodeKinds[kind], { id })}
            </div>
          ))}
        </div>
        {size.width > 0 && <MessageLayer />}
      </div>
    </StageHostContext>
  )
}

function createHost() {
  let present = { x: 0, y: 0, zoom: 1, width: 0, height: 0 }
  const listeners = new Set<() => void>()
  const host: StageHost = {
    // Nothing can be connected yet.
    Port: () => null,
    viewport: {
      get: () => present,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
  const show = (next: typeof present) => {
    const changed = Object.entries(next).some(([name, value]) => present[name as keyof typeof present] !== value)
    present = next
    if (changed) for (const listener of listeners) listener()
  }
  return { host, show }
}
