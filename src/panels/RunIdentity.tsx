import { setSeed } from '../scenario/index.ts'
import { copyText } from '../state/copyText.ts'
import { applyEdit, session, useGauges, useScenario, viewStore } from '../state/index.ts'
import { IconButton } from '../ui/Button.tsx'
import { icons } from '../ui/icons.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { readSeed } from './readSeed.ts'

/** What makes this run this run: its seed, and the fingerprint of all that has happened in it so far. */
export function RunIdentity() {
  const seed = useScenario((state) => state.scenario.seed)
  const fingerprint = useGauges((reader) => reader.fingerprint)
  const copy = async () => {
    const isTaken = await copyText(fingerprint)
    viewStore
      .getState()
      .setNotice(
        isTaken
          ? { text: 'Fingerprint copied.', detail: 'Equal runs have equal fingerprints at the same moment.' }
          : { text: 'The browser does not let this page copy.', detail: fingerprint },
      )
  }
  return (
    <div className="identity">
      <span className="identity-label">Seed</span>
      <NumberField
        label="Seed"
        text={String(seed)}
        unit=""
        read={readSeed}
        onCommit={(value) => applyEdit((scenario) => setSeed(scenario, value))}
      />
      <IconButton label="New seed, from the start" onClick={() => session.newSeed()}>
        {icons.dice}
      </IconButton>
      <span className="identity-label">Run</span>
      <span className="fingerprint" title={`Fingerprint of the run so far: ${fingerprint}`}>
        {fingerprint.slice(0, 8)}
      </span>
      <IconButton label="Copy the fingerprint of the run so far" onClick={() => void copy()}>
        {icons.copy}
      </IconButton>
    </div>
  )
}
