import type * as z from 'zod/mini'

/** One sentence about the first thing that is wrong with a document's shape. */
export function schemaMessage(error: z.core.$ZodError, where: string): string {
  const issue = error.issues[0]
  if (issue === undefined) return `${where} cannot be read.`
  const path = issue.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step).slice(0, 40)}`))
    .join('')
  return `${where}${path} ${whatIsWrong(issue)}.`
}

/** True when a bound on size or count is passed, which no document made by the app does. */
export function passesBound(error: z.core.$ZodError): boolean {
  return error.issues.some(
    (issue) => issue.code === 'too_big' && (issue.origin === 'array' || issue.origin === 'string'),
  )
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  const things = (origin: string) => (origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '')
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${things(issue.origin)}`
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${things(issue.origin)}`
  if (issue.code === 'invalid_type')
    return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  return 'has a value that is not known'
}
