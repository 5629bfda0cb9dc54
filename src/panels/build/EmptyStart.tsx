import { viewStore } from '../../state/index.ts'
import { placeNew } from '../../state/workbench/placing.ts'
import { stage } from '../../state/workbench/stageDoor.ts'
import { PaletteGlyph } from './PaletteGlyph.tsx'
import { PALETTE } from './paletteKinds.ts'
import './build.css'

const FIRST = ['Producer', 'Kinesis stream', 'SQS queue']
const ENTRIES = PALETTE.flatMap(({ entries }) => entries).filter(({ name }) => FIRST.includes(name))

/** On an empty canvas: three things to start with, in their own form. */
export default function EmptyStart() {
  return (
    <div className="empty-start">
      {ENTRIES.map((entry) => (
        <button
          key={entry.name}
          type="button"
          onClick={() => {
            viewStore.setState({ building: true })
            const id = placeNew(entry.kind, null)
            if (id !== null) stage()?.focus(id)
          }}
        >
          <PaletteGlyph entry={entry} />
          {entry.name}
        </button>
      ))}
    </div>
  )
}
