import { ApiError } from '../../src/engine/index.ts'
import { bucketText } from '../../src/panels/inquiry/bucketText.ts'

/** What a call came to: `taken`, or name, fact and the arithmetic of the refusal as the panel writes it. */
export function outcomeOf(call: () => unknown): string {
  try {
    call()
    return 'taken'
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { name, factId, explanation } = error
    return [name, factId, explanation && bucketText(explanation.bucket)].filter(Boolean).join(' ')
  }
}

/** Calls in their order and what each of them must come to; a number lets so many microseconds pass. */
export type Steps = (number | readonly [call: () => unknown, outcome: string])[]

/** Same call, so many times. */
export const times = (count: number, call: () => unknown) => () => {
  for (let i = 0; i < count; i++) call()
}

export const MIB = 1_048_576
export const KIB = 1024
