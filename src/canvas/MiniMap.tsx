import { useReactFlow, useStore } from '@xyflow/react'
import type { PointerEvent } from 'react'
import { sizeOf } from './geometry.ts'
import type { Box } from './measures.ts'
import './miniMap.css'
import { useScene } from './sceneContext.ts'

const WIDTH = 168
const HEIGHT = 104
/** Around the scene, in its own pixels. */
const MARGIN = 40

/** The whole scene in small, and a frame around what is in sight; a press on it goes there. The keyboard has `f` and the arrows. */
export default function MiniMap() {
  const { scene } = useScene()
  const flow = useReactFlow()
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const boxes = [scene.producers, scene.streams, scene.queues, scene.applications, scene.pools, scene.plain].flatMap(
    (map) => [...map.values()].map((part): Box => ({ x: part.x, y: part.y, ...sizeOf(scene, part.node.id) })),
  )
  const all = around(boxes)
  const scale = Math.min(WIDTH / all.width, HEIGHT / all.height)
  const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }

  function goThere({ clientX, clientY, buttons, currentTarget }: PointerEvent<SVGSVGElement>) {
    if (buttons === 0) return
    const map = currentTarget.getBoundingClientRect()
    const at = (client: number, from: number, start: number) => start + (client - from) / scale
    void flow.setCenter(at(clientX, map.left, all.x), at(clientY, map.top, all.y), { zoom })
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
      {boxes.map((box) => (
        <rect key={`${box.x} ${box.y}`} {...box} />
      ))}
      <rect {...sight} className="in-sight" style={{ strokeWidth: 1.5 / scale }} />
    </svg>
  )
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.x)) - MARGIN
  const top = Math.min(...boxes.map((box) => box.y)) - MARGIN
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - left,
    height: Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - top,
  }
}
