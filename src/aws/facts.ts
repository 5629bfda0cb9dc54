import { EXAMPLES } from './facts/examples.ts'
import { FACT_SOURCES } from './facts/factSources.ts'
import { KCL_ROWS } from './facts/kcl.ts'
import { KINESIS_ROWS } from './facts/kinesis.ts'
import { LKI_ROWS, LSQ_ROWS, SNS_ROWS } from './facts/snsAndLambda.ts'
import { FIFO_ROWS, SQS_ROWS } from './facts/sqs.ts'
import type { Source } from './limit.ts'
import { SOURCES } from './sources.ts'

const ROWS: Readonly<Record<string, string>> = {
  ...KINESIS_ROWS,
  ...KCL_ROWS,
  ...SQS_ROWS,
  ...FIFO_ROWS,
  ...SNS_ROWS,
  ...LKI_ROWS,
  ...LSQ_ROWS,
  ...EXAMPLES,
  'X-Q1': 'A queue of eight servers, each message on three; a short poll asks half',
}

export type FactText = {
  id: string
  text: string
  /** derived: worked out from other facts; ours: an assumption. */
  from: 'read' | 'derived' | 'ours'
  sources: readonly Source[]
}

/** What a fact says, and where that was read; null for an ID that is none of these. */
export function factText(id: string): FactText | null {
  const text = Object.hasOwn(ROWS, id) ? ROWS[id] : undefined
  if (text === undefined) return null
  const sources = (FACT_SOURCES[id] ?? []).map((code) => SOURCES[code])
  return { id, text, from: id.startsWith('X-') ? 'ours' : sources.length > 0 ? 'read' : 'derived', sources }
}
