import { layerOf, type SourceTexts, type Violations } from './sourceFiles.ts'
import { isNode, placeOf, type SyntaxNode, walkSyntax } from './syntax.ts'

/**
 * The only homes of numbers in the engine. A limit of AWS's, or an assumption of ours, that stood anywhere else would have no
 * source beside it and would not change with the profile: those arrive through the plan.
 */
const HOMES: readonly string[] = ['time', 'units', 'detMath', 'md5', 'random'].map(
  (name) => `src/engine/kernel/${name}.ts`,
)

/** Counting, halving and doubling. A sign is not part of a literal: -1 is a minus and a 1. */
const COUNTING: readonly unknown[] = [0, 1, 2, 0n, 1n, 2n]

/** Numbers of the engine that are neither counting nor at home. Names of fields and literals within types are no values. */
export function engineLiteralViolations(texts: SourceTexts): Violations {
  const violations: string[] = []
  for (const [path, text] of Object.entries(texts)) {
    if (layerOf(path) !== 'engine' || HOMES.includes(path)) continue
    const inTypes = new Set<unknown>()
    walkSyntax(path, text, (node, parent) => {
      if (node.type === 'TSLiteralType') addLiteralType(node, inTypes)
      if (!isNumber(node) || COUNTING.includes(node['value']) || inTypes.has(node) || isFieldName(node, parent)) return
      violations.push(`${placeOf(path, text, node)}: ${String(node['raw'])} has no home here`)
    })
  }
  return violations
}

const isNumber = (node: SyntaxNode): boolean =>
  node.type === 'Literal' && (typeof node['value'] === 'number' || typeof node['value'] === 'bigint')

/** The type `5`, or `-5`, whose literal stands below its sign. */
function addLiteralType(type: SyntaxNode, to: Set<unknown>): void {
  const literal = type['literal']
  to.add(literal)
  if (isNode(literal)) to.add(literal['argument'])
}

/** `{ 5: x }` names a field; `x[5]` counts. */
const isFieldName = (node: SyntaxNode, parent: SyntaxNode | null): boolean =>
  parent?.['key'] === node && parent['computed'] !== true
