import type { Scenario } from '../../scenario/scenario.ts'

/** Nothing that a person copies or saves by hand is longer. */
const TEXT_MAX = 2_000_000

export type ReadDocument =
  | { ok: true; scenario: Scenario; dropped: readonly string[] }
  /** Why, in a sentence. */
  | { ok: false; detail: string }

/** Text from anywhere, read as a document: it is hostile until it has been parsed, and nothing is kept of what is refused. */
export async function readDocument(text: string): Promise<ReadDocument> {
  if (text.length > TEXT_MAX) return { ok: false, detail: 'It is too long to be a scene.' }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { ok: false, detail: 'It is not the text of a scene.' }
  }
  const { parseScenario } = await import('../../scenario/parseScenario.ts')
  const parsed = parseScenario(data)
  return parsed.ok ? parsed : { ok: false, detail: parsed.message }
}

/** A file that is larger is not even read. */
export const isTooLarge = (bytes: number): boolean => bytes > 4 * TEXT_MAX
