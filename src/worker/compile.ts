import type { Plan } from '../engine/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { compileWith } from './compile/compileWith.ts'
import { OTHER_KINDS } from './compile/otherKinds.ts'

export { CompileError } from './compile/compileWith.ts'

/** `compileWith` for whoever has every kind at hand: Node. */
export const compile = (scenario: Scenario): Plan => compileWith(scenario, OTHER_KINDS)
