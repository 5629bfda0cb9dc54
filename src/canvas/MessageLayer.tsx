import { useEffect, useRef } from 'react'
import { frames, markFirstMessage, requestSeries, useSession } from '../state/index.ts'
import { tellFar } from './far.ts'
import { onThemeChange } from './palette.ts'
import { useFlow, useScene } from './sceneContext.ts'
import { useStageHost } from './stageHost.ts'
import { createStagePainter, type FrameSource, type StagePainter } from './stagePainter.ts'

/** The one pixel layer over the flow. It draws outside React; React only tells it what has changed. */
export function MessageLayer({ source = frames }: { source?: FrameSource }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<StagePainter | null>(null)
  const { viewport } = useStageHost()
  const scene = useScene()
  const flow = useFlow()
  const { state, speed } = useSession()

  useEffect(() => {
    if (canvas.current === null) return
    const created = createStagePainter(canvas.current, source, requestSeries, markFirstMessage)
    painter.current = created
    const pixels = canvas.current
    const look = () => {
      created.setViewport(viewport.get())
      tellFar(pixels, viewport.get().zoom)
    }
    look()
    const unsubscribe = viewport.subscribe(look)
    const unlisten = onThemeChange(created.setTheme)
    return () => {
      unsubscribe()
      unlisten()
      created.destroy()
      painter.current = null
    }
  }, [source, viewport])

  const running = state === 'running'
  useEffect(() => painter.current?.setScene(scene, flow, { running, speed }), [scene, flow, running, speed])

  return <canvas ref={canvas} className="stage-pixels" />
}
