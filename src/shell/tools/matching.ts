/** What fits to the typed words: all of them must stand in it; those whose text begins with them come first. */
export function matching<T extends { text: string; sort: string }>(all: readonly T[], typed: string): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...all]
  const rank = ({ text, sort }: T) => {
    const low = text.toLowerCase()
    if (!words.every((word) => `${low} ${sort.toLowerCase()}`.includes(word))) return -1
    if (low.startsWith(words.join(' '))) return 3
    return words.every((word) => low.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) ? 2 : 1
  }
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .filter((entry) => entry.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map((entry) => entry.one)
}
