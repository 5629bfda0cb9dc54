import { problems } from '../../scenario/index.ts'
import { useScenario, viewStore } from '../../state/index.ts'
import { newScene } from '../../state/workbench/editing.ts'
import { Button } from '../../ui/Button.tsx'
import { Palette } from './Palette.tsx'
import './build.css'

/** The left side while somebody builds. */
export default function BuildPanel() {
  return (
    <aside className="left" id="brief" aria-label="Build" tabIndex={-1}>
      <div className="build">
        <div className="build-head">
          <h1>Build</h1>
          <Button onClick={newScene} title="An empty page; what is here is kept in this tab">
            New
          </Button>
        </div>
        <p>Drag, or press Enter and place with the arrow keys.</p>
        <ProblemCount />
        <button
          type="button"
          className="text-button build-write"
          onClick={() => viewStore.setState({ writing: true, building: false })}
        >
          Write its question, steps and guesses
        </button>
        <Palette />
        <p className="build-keys">
          <kbd>c</kbd> connects, <kbd>Ctrl K</kbd> finds everything.
        </p>
      </div>
    </aside>
  )
}

/** How many things to look at; the list is in the inspector. */
function ProblemCount() {
  const count = useScenario((state) => problems(state.scenario).length)
  if (count === 0) return null
  const show = () => {
    viewStore.getState().select(null)
    document.getElementById('inspector')?.focus()
  }
  return (
    <button type="button" className="text-button build-problems" onClick={show}>
      {count === 1 ? 'One thing' : `${count} things`} to look at
    </button>
  )
}
