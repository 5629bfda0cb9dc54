import type { PlacedStream } from '../geometry.ts'
import { useScene } from '../sceneContext.ts'
import { CaretHand } from './CaretHand.tsx'

/** The caret of every application on every open tape. */
export function CaretHands({ stream }: { stream: PlacedStream }) {
  const { scene, inks } = useScene()
  return stream.geometry.shards.flatMap((row) =>
    row.rails.map((rail, index) => {
      const id = stream.readers[index] ?? ''
      const reader = scene.applications.get(id)
      return reader === undefined ? null : (
        <CaretHand
          key={`${row.shard} ${id}`}
          stream={stream}
          row={row}
          reader={reader.node}
          rail={rail}
          colour={inks.get(id)?.colour ?? 'var(--ink)'}
        />
      )
    }),
  )
}
