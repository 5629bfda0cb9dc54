import { type ImportEdge, importsOf } from './imports.ts'
import { DOORS, LAYERS, type LayerRule, NEVER_TOGETHER, THREADS } from './layerTable.ts'
import { isCode, layerOf, type SourceTexts, type Violations } from './sourceFiles.ts'

/** Every import in src against the table of layers. */
export function importTableViolations(texts: SourceTexts): Violations {
  return Object.entries(texts).flatMap(([path, text]) => {
    const layer = layerOf(path)
    const rule = layer === null ? undefined : LAYERS[layer]
    if (layer === null || rule === undefined) return [`${path}: lies in no layer of the table`]
    const edges = importsOf(path, text)
    const found = edges.map((edge) => edgeViolation(edge, layer, rule, texts))
    return [...found, knowsBoth(path, layer, edges)].filter((violation) => violation !== null)
  })
}

function edgeViolation(edge: ImportEdge, layer: string, rule: LayerRule, texts: SourceTexts): string | null {
  const { place, target } = edge
  if (target === null) return `${place}: imports an address that only running tells`
  if (edge.isPackage)
    return isAllowedPackage(target, rule) ? null : `${place}: ${layer} may not use the package ${target}`

  const other = layerOf(target)
  if (edge.isAddress) {
    if (!isCode(target) || other === layer || THREADS[layer]?.includes(target)) return null
    return `${place}: ${layer} may not start ${target}`
  }
  if (other === null) return `${place}: ${target} lies in no layer`
  if (isCode(target) && !(target in texts)) return `${place}: there is no file ${target}`
  if (other === layer || rule.files?.includes(target)) return null
  if (!rule.layers.includes(other)) return `${place}: ${layer} may not import ${other}`
  const doors = DOORS[other]
  if (doors === undefined || doors.includes(target)) return null
  return `${place}: ${other} is imported through ${doors.join(' or ')} alone`
}

function isAllowedPackage(name: string, rule: LayerRule): boolean {
  return rule.packages.some((allowed) =>
    allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed || name.startsWith(`${allowed}/`),
  )
}

function knowsBoth(path: string, layer: string, edges: readonly ImportEdge[]): string | null {
  const { allowed, pair } = NEVER_TOGETHER
  if (layer !== NEVER_TOGETHER.layer || allowed.some((beginning) => path.startsWith(beginning))) return null
  const known = new Set(edges.map(({ target }) => (target === null ? null : layerOf(target))))
  return pair.every((other) => known.has(other))
    ? `${path}: only compiling may know ${pair.join(' and ')} together`
    : null
}
