import { useStore } from '@xyflow/react'
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
  const helps = useStore(
    ({ width, height, transform }) => width >= ROOM && transform[2] > near * fitted(scene, { width, height }).zoom,
  )
  return helps && scenario.nodes.length > 1 ? <MiniMap /> : null
}
