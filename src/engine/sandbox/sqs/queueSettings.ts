import type { NumberAttribute, QueueAttributes, RedrivePolicy } from './queueAttributes.ts'

/** What a queue is set to, complete. */
export type QueueSettings = {
  numbers: Record<NumberAttribute, number>
  redrive: RedrivePolicy | null
  hasContentDeduplication: boolean
  DeduplicationScope: string
  FifoThroughputLimit: string
  texts: Record<string, string>
}

/** Settings with what a call says of them, in the same order of names. */
export function withChanges(settings: QueueSettings, said: QueueAttributes): QueueSettings {
  return {
    numbers: { ...settings.numbers, ...said.numbers },
    redrive: said.redrive === undefined ? settings.redrive : said.redrive,
    hasContentDeduplication: said.hasContentDeduplication ?? settings.hasContentDeduplication,
    DeduplicationScope: said.DeduplicationScope ?? settings.DeduplicationScope,
    FifoThroughputLimit: said.FifoThroughputLimit ?? settings.FifoThroughputLimit,
    texts: { ...settings.texts, ...said.texts },
  }
}
