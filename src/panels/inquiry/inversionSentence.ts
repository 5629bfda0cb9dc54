import type { InversionSeen } from '../../protocol/inquiry.ts'
import { CAUSE_WORDS } from '../../protocol/inquiryWords.ts'

/** What turned an order round, in words. */
export const causeText = (cause: string): string => CAUSE_WORDS[cause as keyof typeof CAUSE_WORDS] ?? cause

/** One line of the order lens, behind its moment: who worked which record after which later one, and why. */
export const inversionSentence = (
  { consumer, key, earlier, later, cause }: InversionSeen,
  nameOf: (id: string) => string,
) => `${nameOf(consumer)}: ${key} number ${earlier} after number ${later}, ${causeText(cause)}`
