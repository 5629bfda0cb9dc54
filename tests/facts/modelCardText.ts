import { FACT_GROUPS } from './factRows.ts'
import { testsById } from './factsCovered.ts'
import { MODEL_CARDS, type ModelCard } from './modelCards.ts'
import type { TestTitle } from './testTitles.ts'

const BEGIN = '<!-- cards: written by npm run docs -->'
const END = '<!-- end of cards -->'

const WORDS: Readonly<Record<string, string>> = {
  ...Object.assign({}, ...Object.values(FACT_GROUPS)),
  A1: 'A full heap ends a program, no stack overflow',
  A3: 'Without a topic a producer routes to every queue itself, and a record may reach some of them only',
  A14: 'Deleted before the work, what a dead worker held is lost',
  A18: 'What is counted must be kept together with the place up to which it was counted',
}

/** Claims that no test proves, as `kind ID`. */
export function claimsWithoutTest(titles: readonly TestTitle[]): string[] {
  const tests = testsById(titles)
  const known = new Set(titles.map(({ title }) => title))
  return MODEL_CARDS.flatMap(({ kind, claims, ours = [] }) => [
    ...claims.filter((id) => !tests.has(id)).map((id) => `${kind} ${id}`),
    ...ours.filter((title) => !known.has(title)).map((title) => `${kind} ${title}`),
  ])
}

/** docs/model.md with its cards written anew. */
export function withCards(document: string, titles: readonly TestTitle[]): string {
  const begin = document.indexOf(BEGIN)
  const end = document.indexOf(END)
  if (begin < 0 || end < begin) throw new Error('docs/model.md has lost the marks of its cards')
  const cards = MODEL_CARDS.map((card) => cardText(card, titles)).join('\n')
  return `${document.slice(0, begin + BEGIN.length)}\n\n${cards}\n${document.slice(end)}`
}

function cardText(
  { title, claims, ours = [], leavesOut, testsIn = '' }: ModelCard,
  titles: readonly TestTitle[],
): string {
  const tests = testsById(titles)
  const nearest = (found: readonly TestTitle[]) =>
    found.find(({ file }) => file.startsWith(`tests/${testsIn}`)) ?? found[0]
  const rows = claims.map((id) => [id, WORDS[id], nearest(tests.get(id) ?? [])] as const)
  const own = ours.map((claim) => ['ours', claim, nearest(titles.filter((one) => one.title === claim))] as const)
  const lines = [...rows, ...own].map(([id, words, test]) => {
    const proof = test === undefined ? '**no test yet**' : `[${test.file.replace('tests/', '')}](../${test.file})`
    return `| ${id} | ${words} | ${proof} |`
  })
  const missing = leavesOut.map((sentence) => `- ${sentence}`).join('\n')
  return `### ${title}\n\n| ID | modelled | proved by |\n|---|---|---|\n${lines.join('\n')}\n\nNot modelled:\n\n${missing}\n`
}
