import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { OTHER_PAINT } from '../../protocol/frame.ts'
import type { LifeAnswer } from '../../protocol/inquiry.ts'
import { frames, type ViewState } from '../../state/index.ts'
import { useScene } from '../sceneContext.ts'
import { shown } from '../shownPicture.ts'
import { useStageHost } from '../stageHost.ts'
import { useReducedMotion } from '../useReducedMotion.ts'
import './followRing.css'
import { lightPaint } from './keyLight.ts'
import { type PlaceOfLife, placeOfLife } from './placeOfLife.ts'

type Props = { biography: NonNullable<ViewState['biography']>; life: LifeAnswer }

/** A followed message this near to the edge of the stage, as a share of it, moves the view. */
const EDGE = 0.12
const PAN_MS = 500

/** The ring around the message whose life is told; followed, it keeps the message in sight. */
export default function FollowRing({ biography, life }: Props) {
  const { isFollowed = false, isLit = false } = biography
  const ring = useRef<HTMLDivElement>(null)
  const { scene, layout } = useScene()
  const { viewport } = useStageHost()
  const flow = useReactFlow()
  const isStill = useReducedMotion()
  const paint = layout?.paintedKeys.find(({ key }) => key === life.key)?.paint ?? OTHER_PAINT
  useEffect(() => {
    if (!isLit) return
    lightPaint(paint)
    return () => lightPaint(null)
  }, [isLit, paint])
  useEffect(() => {
    let wanted = 0
    let pannedAt = 0
    const put = () => {
      wanted = 0
      const at = shown.picture && placeOfLife(life, shown.picture, scene)
      const element = ring.current
      if (element === null) return
      element.hidden = !at
      if (!at) return
      const { x, y, zoom } = viewport.get()
      element.style.transform = `translate(${at.x * zoom + x}px, ${at.y * zoom + y}px)`
      element.style.width = `${at.width * zoom}px`
      element.style.height = `${at.height * zoom}px`
      element.classList.toggle('is-round', at.isRound)
      if (isFollowed && !isStill) keepInSight(at)
    }
    const keepInSight = (at: PlaceOfLife) => {
      const { x, y, zoom, width, height } = viewport.get()
      const [middleX, middleY] = [at.x + at.width / 2, at.y + at.height / 2]
      const isInside = (value: number, length: number) => value > EDGE * length && value < (1 - EDGE) * length
      if (isInside(middleX * zoom + x, width) && isInside(middleY * zoom + y, height)) return
      if (performance.now() - pannedAt < 2 * PAN_MS) return
      pannedAt = performance.now()
      void flow.setCenter(middleX, middleY, { zoom, duration: PAN_MS })
    }
    // The picture is drawn first, and the ring put where it then is.
    const soon = () => {
      if (wanted === 0) wanted = requestAnimationFrame(put)
    }
    soon()
    const unlisten = frames.onFrame(soon)
    const unsubscribe = viewport.subscribe(soon)
    return () => {
      unlisten()
      unsubscribe()
      cancelAnimationFrame(wanted)
    }
  }, [life, isFollowed, isStill, scene, viewport, flow])
  return <div ref={ring} className="follow-ring" data-follow-ring hidden />
}
