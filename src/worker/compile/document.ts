import type { Plan } from '../../engine/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { CompileError, compileWith } from './compileWith.ts'
import type { OtherKinds } from './otherKinds.ts'

export type Compiled =
  | { ok: true; plan: Plan; seed: number /** in the order of the document */; nodeIds: string[] }
  | { ok: false; message: string }

/**
 * The page's document becomes a plan, or a message that says what to do. It was parsed where it entered the page, and
 * nobody but that page can send to this worker; parsing it again here would double the weight of the first visit.
 */
export function compileDocument(document: unknown, others: OtherKinds | null): Compiled {
  const scenario = document as Scenario
  try {
    const plan = compileWith(scenario, others)
    return { ok: true, plan, seed: scenario.seed, nodeIds: scenario.nodes.map(({ id }) => id) }
  } catch (error) {
    if (error instanceof CompileError) return { ok: false, message: error.message }
    throw error
  }
}
