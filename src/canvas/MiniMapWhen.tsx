import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { fitted } from './fitting.ts'
import { later } from './later.tsx'
import { useScene } from './sceneContext.ts'

const MiniMap = later(() => import('./MiniMap.tsx'))

/** So much nearer than the whole scene would be shown, a map helps; of many nodes at once when they are not all in sight. */
const NEARER = 1.3
const MANY = 20
const ROOM = 600

/** A map of the scene while only a part of it is in sight. It is fetched when somebody comes so near. */
export function MiniMapWhen() {
  const { scene, scenario } = useScene()
  const near = scenario.nodes.length > MANY ? 1.05 : NEARER
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const whole = useMemo(() => fitted(scene, { width, height }).zoom, [scene, width, height])
  const helps = useStore((state) => width >= ROOM && state.transform[2] > near * whole)
  return helps && scenario.nodes.length > 1 ? <MiniMap /> : null
}
