import { useGauges, useView, viewStore } from '../state/index.ts'
import { clockText } from '../ui/clockText.ts'

/** Head of the column of values: which moment they are of. */
export function CursorMoment() {
  const pointed = useView((view) => view.cursorMicros)
  const now = useGauges((reader) => reader.nowMicros)
  return (
    <div className="cursor-cell">
      <span>{pointed === null ? 'now' : 'at the cursor'}</span>
      <button type="button" className="text-button" onClick={() => viewStore.setState({ tool: { is: 'faults' } })}>
        Cause a fault
      </button>
      <button type="button" className="text-button" onClick={() => viewStore.setState({ tool: { is: 'marks' } })}>
        Marks
      </button>
      <span>{clockText(pointed ?? now)}</span>
    </div>
  )
}
