/** A note is as wide as a short sentence and as high as its text. */
const WIDTH = 220
const LINE = 20
const LETTERS_IN_LINE = 30
const PADDING = 10

export type NoteGeometry = { width: number; height: number }

export function noteGeometry(text: string): NoteGeometry {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_IN_LINE)), 0)
  return { width: WIDTH, height: 2 * PADDING + lines * LINE }
}
