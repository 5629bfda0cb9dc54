import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Path from the project's root (`src/engine/plan.ts`) to text. */
export type SourceTexts = Readonly<Record<string, string>>

/** What is wrong, beginning with the path of the file; an empty list is a passed check. */
export type Violations = readonly string[]

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Every file below `folder` whose name ends in one of `endings`. */
export function readTexts(folder: string, endings: readonly string[]): SourceTexts {
  const texts: Record<string, string> = {}
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !endings.some((ending) => entry.name.endsWith(ending))) continue
    const path = join(entry.parentPath, entry.name)
    texts[relative(ROOT, path).split(sep).join('/')] = readFileSync(path, 'utf8')
  }
  return texts
}

/** The TypeScript of a folder. A script that Node runs by itself (`.mjs`) is a tool beside its layer, and nothing may import it. */
export const readCode = (folder: string): SourceTexts => readTexts(folder, ['.ts', '.tsx'])

export const isCode = (path: string): boolean => /\.(tsx?|mjs|js)$/.test(path)

/** The layer that a file of src belongs to; null for a file that lies in none. */
export const layerOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null
