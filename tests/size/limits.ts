import type { Sort, Weighed } from './weight.ts'

const KIB = 1024

export interface Limit {
  readonly name: string
  readonly sort: Sort
  readonly isEarlyOnly: boolean
  readonly bytes: number
}

export const LIMITS: readonly Limit[] = [
  { name: 'script and style until the first moving message', sort: 'code', isEarlyOnly: true, bytes: 160 * KIB },
  { name: 'script and style after ten idle seconds', sort: 'code', isEarlyOnly: false, bytes: 240 * KIB },
  { name: 'fonts', sort: 'font', isEarlyOnly: false, bytes: 120 * KIB },
]

export interface Verdict {
  readonly limit: Limit
  readonly bytes: number
  readonly isKept: boolean
}

/** Weighs files against the limits. No code at all is no light page but a broken measurement, so nothing is kept then. */
export function judge(files: readonly Weighed[]): Verdict[] {
  return LIMITS.map((limit) => {
    const counted = files.filter(({ sort, isEarly }) => sort === limit.sort && (isEarly || !limit.isEarlyOnly))
    const bytes = counted.reduce((sum, file) => sum + file.bytes, 0)
    return { limit, bytes, isKept: bytes <= limit.bytes && (bytes > 0 || limit.sort !== 'code') }
  })
}
