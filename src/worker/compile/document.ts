import type { Plan } from '../../engine/index.ts'
import { parseScenario } from '../../scenario/index.ts'
import { CompileError, compile } from '../compile.ts'

export type Compiled =
  | { ok: true; plan: Plan; seed: number /** in the order of the document */; nodeIds: string[] }
  | { ok: false; message: string }

/** A document of unknown origin becomes a plan, or a message that says what to do. */
export function compileDocument(document: unknown): Compiled {
  const parsed = parseScenario(document)
  if (!parsed.ok) return { ok: false, message: parsed.message }
  try {
    return {
      ok: true,
      plan: compile(parsed.scenario),
      seed: parsed.scenario.seed,
      nodeIds: parsed.scenario.nodes.map(({ id }) => id),
    }
  } catch (error) {
    if (error instanceof CompileError) return { ok: false, message: error.message }
    throw error
  }
}
