import { parseAst } from 'rolldown/parseAst'

/** A node of the syntax tree, as far as the checks look into it. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

export type Visit = (node: SyntaxNode, parent: SyntaxNode | null) => void

/**
 * Walks the syntax of a TypeScript text: what stands in comments and strings is no code and is never visited as such.
 * @throws when the text is no TypeScript
 */
export function walkSyntax(path: string, text: string, visit: Visit): void {
  const lang = path.endsWith('.tsx') ? 'tsx' : 'ts'
  walk(parseAst(text, { lang }, path) as unknown as SyntaxNode, null, visit)
}

function walk(node: SyntaxNode, parent: SyntaxNode | null, visit: Visit): void {
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, node, visit)
  }
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** The value of a string literal, or null for everything else. */
export const stringOf = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null

/** The name of an identifier, or null for everything else. */
export const nameOf = (value: unknown): string | null =>
  isNode(value) && value.type === 'Identifier' ? String(value['name']) : null

/** `path:line` of a node, for messages. */
export const placeOf = (path: string, text: string, node: SyntaxNode): string =>
  `${path}:${text.slice(0, node.start).split('\n').length}`
