import { ApiError } from '../../../src/engine/index.ts'

/** Name and fact of the refusal of a call, or `taken`. */
export function refusal(call: () => unknown): string {
  try {
    call()
    return 'taken'
  } catch (error) {
    if (error instanceof ApiError) return `${error.name} ${error.factId}`
    throw error
  }
}
