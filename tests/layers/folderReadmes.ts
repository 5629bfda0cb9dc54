import { layerOf, type SourceTexts, type Violations } from './sourceFiles.ts'

const FEWEST_LINES = 6
const MOST_LINES = 16
/** A reader of any of these must find the same three answers. */
const QUESTIONS = ['What belongs here', 'What does not', 'Who may import it']

/** Every layer says in about ten lines what it is for. */
export function folderReadmeViolations(texts: SourceTexts): Violations {
  const layers = new Set(Object.keys(texts).flatMap((path) => layerOf(path) ?? []))
  return [...layers].sort().flatMap((layer) => {
    const path = `src/${layer}/README.md`
    const text = texts[path]
    if (text === undefined) return [`${path}: is missing`]
    const lines = text.trim().split('\n').length
    const missing = QUESTIONS.filter((question) => !text.includes(`${question}:`))
    return [
      ...missing.map((question) => `${path}: does not answer "${question}:"`),
      ...(lines < FEWEST_LINES || lines > MOST_LINES ? [`${path}: has ${lines} lines, not about ten`] : []),
    ]
  })
}
