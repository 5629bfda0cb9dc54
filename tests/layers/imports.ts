import { posix } from 'node:path'
import { isNode, nameOf, placeOf, type SyntaxNode, stringOf, walkSyntax } from './syntax.ts'

export interface ImportEdge {
  /** `file:line` of the import. */
  readonly place: string
  /** A path from the project's root for a file of ours, the written name for a package, null for an address made at run time. */
  readonly target: string | null
  readonly isPackage: boolean
  /** `new URL('x.ts', import.meta.url)`: the file is named, but runs apart (a thread). */
  readonly isAddress: boolean
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

/** Everything that a file imports, in every way there is to say it. */
export function importsOf(path: string, text: string): ImportEdge[] {
  const edges: ImportEdge[] = []
  walkSyntax(path, text, (node) => {
    const source = IMPORTING.has(node.type) ? node['source'] : addressSource(node)
    if (!isNode(source)) return
    const written = stringOf(source)
    const isOurs = written?.startsWith('.') ?? false
    edges.push({
      place: placeOf(path, text, node),
      target: written !== null && isOurs ? posix.join(posix.dirname(path), written.replace(/[?#].*$/, '')) : written,
      isPackage: written !== null && !isOurs,
      isAddress: !IMPORTING.has(node.type),
    })
  })
  return edges
}

function addressSource(node: SyntaxNode): unknown {
  if (node.type !== 'NewExpression' || nameOf(node['callee']) !== 'URL') return null
  const [source, base] = node['arguments'] as unknown[]
  const property = isNode(base) && base.type === 'MemberExpression' ? base : null
  const isBesideThisFile = isNode(property?.['object']) && property['object'].type === 'MetaProperty'
  return isBesideThisFile && stringOf(source) !== null ? source : null
}
