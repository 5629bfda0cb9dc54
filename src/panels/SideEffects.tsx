import { useGauges } from '../state/index.ts'
import { rateText } from '../ui/rateText.ts'
import { Facts } from './Facts.tsx'

/** What a reader's work has changed outside: repeats and losses show as a total that is wrong. */
export function SideEffects({ id }: { id: string }) {
  const [effects = 0, repeated = 0, lost = 0] = useGauges((reader) => [
    reader.value(id, 'sideEffectsTotal'),
    reader.value(id, 'duplicateEffectsTotal'),
    reader.value(id, 'lostTotal'),
  ])
  return (
    <section>
      <h3>
        Side effects <span>outside, so far</span>
      </h3>
      <Facts
        facts={[
          { label: 'In all', text: rateText(effects) },
          { label: 'Too many, by repeats', text: rateText(repeated), stop: repeated > 0 },
          { label: 'Missing, by losses', text: rateText(lost), stop: lost > 0 },
        ]}
      />
    </section>
  )
}
