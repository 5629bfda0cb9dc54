import type { Scenario } from '../scenario/scenario.ts'

/** A reader's pen: ink, dash of its rails and bus; from the fifth reader on the caret is hollow. */
export type ReaderInk = {
  colour: string
  token: 'r1' | 'r2' | 'r3' | 'r4'
  dash: string
  hollow: boolean
}

const TOKENS = ['r1', 'r2', 'r3', 'r4'] as const
const DASHES = ['', '7 2.5', '2.5 2', '8 2 2 2'] as const

/** Inks follow the order of the applications in the document, so a reader keeps its ink when others are moved. */
export function readerInks(scenario: Scenario): Map<string, ReaderInk> {
  const inks = new Map<string, ReaderInk>()
  let index = 0
  for (const node of scenario.nodes) {
    if (node.kind !== 'application') continue
    const token = TOKENS[index % 4] ?? 'r1'
    inks.set(node.id, {
      colour: `var(--${token})`,
      token,
      dash: DASHES[index % 4] ?? '',
      hollow: index >= 4,
    })
    index += 1
  }
  return inks
}
