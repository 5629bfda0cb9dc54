import type { Alignment } from '../scenario/alignNodes.ts'
import { useScenario, useView, viewStore } from '../state/index.ts'
import { alignSelected, deleteSelected, duplicateSelected } from '../state/workbench/editing.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { icons } from '../ui/icons.tsx'
import { kindShort } from './kindText.ts'

const ALIGNMENTS: readonly (readonly [Alignment, string])[] = [
  ['left', 'Left'],
  ['centre', 'Centre'],
  ['right', 'Right'],
  ['top', 'Top'],
  ['middle', 'Middle'],
  ['bottom', 'Bottom'],
  ['spreadAcross', 'Gaps across'],
  ['spreadDown', 'Gaps down'],
]

/** Several nodes at once: which they are, and what can be done with all of them. */
export default function SelectionInspector() {
  const ids = useView((view) => [view.selectedId ?? '', ...view.alsoSelected])
  const nodes = useScenario((state) => state.scenario.nodes.filter((node) => ids.includes(node.id)))
  return (
    <>
      <div className="inspector-head">
        <div>
          <h2>{nodes.length} selected</h2>
          <p className="inspector-kind">Alt and arrow keys, or a drag, move all of them.</p>
        </div>
        <IconButton label="Back to the scene" onClick={() => viewStore.getState().select(null)}>
          {icons.close}
        </IconButton>
      </div>
      <ul className="scene-nodes">
        {nodes.map((node) => (
          <li key={node.id}>
            <button type="button" onClick={() => viewStore.getState().select(node.id)}>
              <span className="node-row-name">
                <b>{node.name}</b>
                <small>{kindShort(node)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <fieldset className="action-row">
        <legend>Align</legend>
        {ALIGNMENTS.map(([how, text]) => (
          <Button key={how} onClick={() => alignSelected(how)}>
            {text}
          </Button>
        ))}
      </fieldset>
      <section className="inspector-actions">
        <Button onClick={duplicateSelected}>Duplicate</Button>
        <Button onClick={deleteSelected}>Delete</Button>
      </section>
    </>
  )
}
