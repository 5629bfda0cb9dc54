import type { Crossing, FirstSeen } from '../../protocol/inquiry.ts'
import { FIRST_WORDS } from '../../protocol/inquiryWords.ts'

/** What a run stops at: the first happening of a kind, or a gauge that crosses a value. */
export type When = { is: 'first'; of: string } | { is: 'crossing'; crossing: Crossing /** In words. */; text: string }
export type Breakpoint = { id: number; isOn: boolean; when: When }
export type Stop = { at: number; text: string }

/** "first refusal, by Click stream" */
export const firstText = ({ of, node }: FirstSeen, nameOf: (node: string) => string): string =>
  `${FIRST_WORDS[of as keyof typeof FIRST_WORDS] ?? of} ${nameOf(node)}`

export const crossingKey = ({ node, gauge, row, isAbove, value }: Crossing): string =>
  `${node} ${gauge}${row === undefined ? '' : ` ${row}`} ${isAbove ? '>' : '<'} ${value}`

/** Where a run comes to a stand, in the order of time; of two at one moment the words of both. */
export function stopsOf(
  breakpoints: readonly Breakpoint[],
  firsts: readonly FirstSeen[],
  crossings: ReadonlyMap<string, readonly number[]>,
  nameOf: (node: string) => string,
): Stop[] {
  const texts = new Map<number, string[]>()
  const add = (at: number, text: string) => texts.set(at, [...(texts.get(at) ?? []), text])
  for (const { isOn, when } of breakpoints) {
    if (!isOn) continue
    if (when.is === 'crossing') for (const at of crossings.get(crossingKey(when.crossing)) ?? []) add(at, when.text)
    else for (const first of firsts) if (first.of === when.of) add(first.atMicros, firstText(first, nameOf))
  }
  return [...texts].map(([at, all]) => ({ at, text: all.join('; ') })).sort((a, b) => a.at - b.at)
}

/** The nearest moment after now, or before it; null when there is none. */
export function nearest(moments: readonly number[], now: number, direction: 1 | -1): number | null {
  const ahead = moments.filter((at) => (direction === 1 ? at > now : at < now))
  if (ahead.length === 0) return null
  return direction === 1 ? Math.min(...ahead) : Math.max(...ahead)
}
