import { fileURLToPath } from 'node:url'
import { readSite, type SiteFiles } from '../../src/cli/serve/siteFiles.ts'
import { judge, type Verdict } from './limits.ts'
import { requestsOfFirstVisit } from './requests.ts'
import { type Weighed, weigh } from './weight.ts'

export interface PageWeight {
  /** What the browser asked for, in its order. */
  readonly files: readonly Weighed[]
  readonly verdicts: readonly Verdict[]
  readonly firstMessageMs: number
}

export const readBuiltPage = (): Promise<SiteFiles> => readSite(fileURLToPath(new URL('../../dist/', import.meta.url)))

/** Opens the built page once in a browser that has nothing cached, and weighs what it asked for. */
export async function weighPage(site: SiteFiles, executablePath: string): Promise<PageWeight> {
  const { early, all, firstMessageMs } = await requestsOfFirstVisit(site, executablePath)
  const files = await Promise.all(
    [...all].flatMap((path) => {
      const file = site.get(path)
      return file === undefined ? [] : [weigh(path, file.plain, early.has(path))]
    }),
  )
  return { files, verdicts: judge(files), firstMessageMs }
}

const KIB = 1024
const kib = (bytes: number): string => `${(bytes / KIB).toFixed(1)} KiB`.padStart(11)

export const fileLine = ({ path, bytes, isEarly }: Weighed): string =>
  `${kib(bytes)}  ${isEarly ? 'first' : 'later'}  ${path}`

export const verdictLine = ({ limit, bytes, isKept }: Verdict): string =>
  `${kib(bytes)} of ${kib(limit.bytes).trim()}  ${isKept ? 'kept' : 'OVER'}   ${limit.name}`
