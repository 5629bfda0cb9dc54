import type { Scene } from './geometry.ts'
import { around, sceneBoxes } from './sceneBoxes.ts'

const MARGIN = 18
/** Room for the line of explanation at the foot of the stage. */
const FOOT = 22
const ZOOM_MAX = 1.6
const ZOOM_MIN = 0.2
/** A phone shows the stores at a size that can be read, and a small tablet at one that a finger hits; the rest is a drag away. */
const NARROW = 440
const NARROW_FOR_A_FINGER = 520

/** A finger moves the view, also from a node, which may fill the stage; a node that was tapped before moves with it. */
export const isByFinger = (): boolean => matchMedia('(pointer: coarse)').matches

/** Room for three columns at once. */
const EMPTY = { x: 24, y: 24, zoom: 0.85 }

/** The viewport that shows the whole scene as large as the stage allows. */
export function fitted(
  scene: Scene,
  stage: { width: number; height: number },
  byFinger: boolean = isByFinger(),
): { x: number; y: number; zoom: number } {
  const isNarrow = stage.width < (byFinger ? NARROW_FOR_A_FINGER : NARROW) && scene.streams.size + scene.queues.size > 0
  const whole = around(sceneBoxes(scene, isNarrow).values())
  if (whole === null || stage.width === 0) return EMPTY
  const { x: left, y: top, width, height } = whole
  const roomX = stage.width - 2 * MARGIN
  const roomY = stage.height - 2 * MARGIN - FOOT
  const zoom = Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, roomX / width, roomY / height))
  return {
    x: Math.round((stage.width - width * zoom) / 2 - left * zoom),
    y: Math.round((stage.height - FOOT - height * zoom) / 2 - top * zoom),
    zoom,
  }
}
