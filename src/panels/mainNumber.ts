import { bytesText } from '../scenario/index.ts'
import { KIND_WORDS } from '../scenario/kindWords.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'
import type { GaugeReader } from '../state/index.ts'
import { lagText, rateText } from '../ui/rateText.ts'
import { readingText } from '../ui/readingText.ts'

/** The one number by which a node is known, and its unit. */
export function mainNumber(node: ScenarioNode, reader: GaugeReader): [number: string, unit: string] {
  switch (node.kind) {
    case 'producer':
      return [rateText(reader.rate(node.id, 'arrivalsTotal')), 'new/s']
    case 'stream':
      return [rateText(reader.rate(node.id, 'storedTotal')), 'stored/s']
    case 'queue':
      return [rateText(reader.value(node.id, 'visible')), 'waiting']
    case 'application':
      return [lagText(reader.value(node.id, 'ageMicros')), 'behind']
    case 'pool':
      return [rateText(reader.rate(node.id, 'processedTotal')), 'done/s']
    case 'note':
      return ['', '']
    default: {
      const { gauge, label, as } = KIND_WORDS[node.kind].main
      return [
        readingText(as === 'rate' ? reader.rate(node.id, gauge) : reader.value(node.id, gauge), as, bytesText),
        label,
      ]
    }
  }
}
