import { bytesText } from '../scenario/index.ts'
import { KIND_WORDS } from '../scenario/kindWords.ts'
import type { PlainNode } from '../scenario/plainKinds.ts'
import { useGauges } from '../state/index.ts'
import { readingText } from '../ui/readingText.ts'
import { Facts } from './Facts.tsx'

/** The numbers of a node whose kind has no panel of its own. */
export function PlainGauges({ node }: { node: PlainNode }) {
  const { main, readings } = KIND_WORDS[node.kind]
  const all = [{ ...main, label: `${main.label.charAt(0).toUpperCase()}${main.label.slice(1)}` }, ...readings]
  const numbers = useGauges((reader) =>
    all.map(({ gauge, as }) => (as === 'rate' ? reader.rate(node.id, gauge) : reader.value(node.id, gauge))),
  )
  return (
    <section>
      <h3>Now and so far</h3>
      <Facts
        of={node.id}
        facts={all.map(({ label, gauge, as, isTrouble }, i) => {
          const value = numbers[i] ?? 0
          return { label, gauge, text: readingText(value, as, bytesText), stop: isTrouble === true && value > 0 }
        })}
      />
    </section>
  )
}
