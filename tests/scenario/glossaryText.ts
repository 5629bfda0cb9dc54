import { WORD_SECTIONS } from '../../src/scenario/glossary/words.ts'

/** The part of docs/glossary.md that the page shows too. */
export const glossaryText = (): string =>
  WORD_SECTIONS.map(({ name, words }) =>
    [
      `## ${name}`,
      '',
      '| word | meaning |',
      '|---|---|',
      ...words.map(({ word, meaning }) => `| ${word} | ${meaning.replaceAll('’', "'")} |`),
      '',
    ].join('\n'),
  ).join('\n')
