import { useScene } from './sceneContext.ts'

/** What the drawing cannot say by itself: once, at the foot of the stage. */
export function StageWords() {
  const { scenario, reduced, scene } = useScene()
  if (scenario.nodes.length === 0) return <p className="stage-empty">Nothing sends yet.</p>
  const grain = [...scene.streams.values()].some((stream) => !stream.geometry.bead)
  const words = [
    reduced ? '' : 'Travel is drawn slower than it is.',
    grain ? 'Order inside a second is not drawn: columns are sorted by key.' : '',
  ]
  return <p className="stage-hint">{words.filter(Boolean).join(' ')}</p>
}
