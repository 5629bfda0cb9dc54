import { FACT_GROUPS, WITHOUT_TEST } from './factRows.ts'
import { idsIn, type TestTitle } from './testTitles.ts'

/** Tests of each ID. A title that names one gives no proof of it by itself: it is where to look. */
export function testsById(titles: readonly TestTitle[]): Map<string, TestTitle[]> {
  const found = new Map<string, TestTitle[]>()
  for (const title of titles) {
    for (const id of new Set(idsIn(title.title))) found.set(id, [...(found.get(id) ?? []), title])
  }
  return found
}

/** IDs with neither a test nor a reason why there is none. */
export function uncovered(titles: readonly TestTitle[]): string[] {
  const tests = testsById(titles)
  return Object.values(FACT_GROUPS)
    .flatMap((rows) => Object.keys(rows))
    .filter((id) => !tests.has(id) && WITHOUT_TEST[id] === undefined)
}

/** docs/facts-covered.md */
export function factsCoveredText(titles: readonly TestTitle[]): string {
  const tests = testsById(titles)
  const parts = Object.entries(FACT_GROUPS).map(([name, rows]) => {
    const lines = Object.entries(rows).map(([id, words]) => `| ${id} | ${words} | ${proofOf(id, tests)} |`)
    return `## ${name}\n\n| ID | in our words | tests |\n|---|---|---|\n${lines.join('\n')}\n`
  })
  return `# Facts and their tests

Written by \`npm run docs\` from the titles of the tests; do not edit. Every row is a statement about AWS (or a worked example) that the engine
answers for, with the tests whose titles name it, or the reason why there is none. Values and sources stand in \`src/aws\`.

${parts.join('\n')}`
}

function proofOf(id: string, tests: Map<string, TestTitle[]>): string {
  const files = new Map<string, number>()
  for (const { file } of tests.get(id) ?? []) files.set(file, (files.get(file) ?? 0) + 1)
  if (files.size === 0) return WITHOUT_TEST[id] === undefined ? '**none yet**' : `none: ${WITHOUT_TEST[id]}`
  return [...files]
    .map(([file, count]) => `[${file.replace('tests/', '')}](../${file})${count > 1 ? ` (${count})` : ''}`)
    .join(', ')
}
