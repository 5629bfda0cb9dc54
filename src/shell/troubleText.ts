import type { Scenario } from '../scenario/scenario.ts'
import type { GaugeReader } from '../state/index.ts'

/** Which stores refuse records at this moment, in words; empty when none does. */
export function troubleText({ nodes }: Scenario, reader: GaugeReader): string {
  const refusing = nodes.filter(
    (node) => (node.kind === 'stream' || node.kind === 'queue') && reader.rate(node.id, 'refusedTotal') > 0,
  )
  if (refusing.length === 0) return ''
  return `${refusing.map((node) => node.name).join(' and ')} ${refusing.length === 1 ? 'refuses' : 'refuse'} records.`
}
