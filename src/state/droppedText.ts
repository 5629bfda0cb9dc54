/** What was left out of a document, one sentence after the other. */
export const droppedText = (dropped: readonly string[]): string =>
  dropped.map((what) => what.replace(/\.?$/, '.')).join(' ')
