import { importsOf } from './imports.ts'
import type { SourceTexts, Violations } from './sourceFiles.ts'

/** Files that import each other in a circle, types included: such files cannot be read or moved one by one. */
export function importCycles(texts: SourceTexts): Violations {
  const targets = new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      importsOf(path, text).flatMap(({ target, isAddress }) =>
        target !== null && !isAddress && target in texts ? [target] : [],
      ),
    ]),
  )
  const cycles: string[] = []
  const done = new Set<string>()
  const trail: string[] = []

  const follow = (path: string): void => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      cycles.push([...trail.slice(at), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    trail.push(path)
    for (const target of targets.get(path) ?? []) follow(target)
    trail.pop()
    done.add(path)
  }
  for (const path of targets.keys()) follow(path)
  return cycles
}
