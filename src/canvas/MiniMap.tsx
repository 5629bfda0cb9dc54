import { useReactFlow, useStore } from '@xyflow/react'
import { type PointerEvent, useMemo } from 'react'
import './miniMap.css'
import { around, sceneBoxes } from './sceneBoxes.ts'
import { useScene } from './sceneContext.ts'

const WIDTH = 168
const HEIGHT = 104
/** Around the scene, in its own pixels. */
const MARGIN = 40

/** The whole scene in small, and a frame around what is in sight; a press on it goes there. The keyboard has `f` and the arrows. */
export default function MiniMap() {
  const { scene } = useScene()
  const flow = useReactFlow()
  const boxes = useMemo(() => sceneBoxes(scene), [scene])
  const whole = around(boxes.values())
  if (whole === null) return null
  const all = {
    ...{ x: whole.x - MARGIN, y: whole.y - MARGIN },
    ...{ width: whole.width + 2 * MARGIN, height: whole.height + 2 * MARGIN },
  }
  const scale = Math.min(WIDTH / all.width, HEIGHT / all.height)

  function goThere({ clientX, clientY, buttons, currentTarget }: PointerEvent<SVGSVGElement>) {
    if (buttons === 0) return
    const map = currentTarget.getBoundingClientRect()
    const at = (client: number, from: number, start: number) => start + (client - from) / scale
    void flow.setCenter(at(clientX, map.left, all.x), at(clientY, map.top, all.y), { zoom: flow.getZoom() })
  }

  return (
    <svg
      className="mini-map nopan nodrag nowheel"
      role="img"
      aria-label="Map of the scene; the frame is what is in sight"
      width={all.width * scale}
      height={all.height * scale}
      viewBox={`${all.x} ${all.y} ${all.width} ${all.height}`}
      onPointerDown={goThere}
      onPointerMove={goThere}
    >
      {[...boxes].map(([id, box]) => (
        <rect key={id} {...box} />
      ))}
      <Sight scale={scale} />
    </svg>
  )
}

/** Around what is in sight. It alone follows each frame of a pan or zoom. */
function Sight({ scale }: { scale: number }) {
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  return <rect {...sight} className="in-sight" style={{ strokeWidth: 1.5 / scale }} />
}
