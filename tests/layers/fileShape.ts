import { basename } from 'node:path'
import type { SourceTexts, Violations } from './sourceFiles.ts'

const MOST_LINES = 300

/** One idea a file: none so long that it holds several, none named for holding whatever comes. */
export function fileShapeViolations(texts: SourceTexts): Violations {
  return Object.entries(texts).flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length
    return [
      ...(lines > MOST_LINES ? [`${path}: has ${lines} lines, more than ${MOST_LINES}`] : []),
      ...(/^(utils?|helpers?|common|misc)\./.test(basename(path)) ? [`${path}: a name that says nothing`] : []),
    ]
  })
}
