import type { Bucket } from '../life/bucket.ts'

/** The limit behind a refusal at that microsecond, and beside it what the last second took: a sum, and not what decides. */
export type Explanation = { bucket: Bucket; lastSecond: { records: number; bytes: number } | null }

/**
 * A refusal of the service, as its client sees it. `name` is AWS's error code without the service's prefix; `factId`
 * is the statement about AWS that the refusal follows. Whoever throws it has changed nothing.
 */
export class ApiError extends Error {
  override readonly name: string
  readonly factId: string
  /** Of a refusal for a rate; null for every other. */
  readonly explanation: Explanation | null

  constructor(name: string, factId: string, message: string, explanation: Explanation | null = null) {
    super(message)
    this.name = name
    this.factId = factId
    this.explanation = explanation
  }
}
