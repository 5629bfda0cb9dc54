import { NodeShell } from './NodeShell.tsx'
import { useScene } from './sceneContext.ts'

/** Words that somebody has put on the canvas, in the lecturer's voice. */
export default function NoteNode({ id }: { id: string }) {
  const note = useScene().scene.notes.get(id)
  if (!note) return null
  const { node, geometry } = note
  return (
    <NodeShell
      id={id}
      of="note"
      width={geometry.width}
      height={geometry.height}
      words={`${node.name}, note: ${node.text}`}
      ports={[]}
    >
      <foreignObject width={geometry.width} height={geometry.height}>
        <p className="stage-note">{node.text}</p>
      </foreignObject>
    </NodeShell>
  )
}
