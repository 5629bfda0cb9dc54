/**
 * For each key of a run whether a filter lets it through; null: all. A pattern is the name of a key, or its beginning when it ends
 * in a star; no patterns let all through.
 */
export function wantedKeys(patterns: readonly string[], names: readonly string[]): Uint8Array | null {
  return patterns.length === 0 ? null : Uint8Array.from(names, (name) => (matches(patterns, name) ? 1 : 0))
}

function matches(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern))
}
