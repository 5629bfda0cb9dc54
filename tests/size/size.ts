import { fileURLToPath } from 'node:url'
import { readSite } from '../../src/cli/serve/siteFiles.ts'
import { ensureChromium } from '../run/installChromium.ts'
import { judge } from './limits.ts'
import { requestsOfFirstVisit } from './requests.ts'
import { weigh } from './weight.ts'

const KIB = 1024
const kib = (bytes: number): string => `${(bytes / KIB).toFixed(1)} KiB`.padStart(11)
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const site = await readSite(fileURLToPath(new URL('../../dist/', import.meta.url)))
const { early, all, firstMessageMs } = await requestsOfFirstVisit(site, await ensureChromium(say))
const files = await Promise.all(
  [...all].flatMap((path) => {
    const file = site.get(path)
    return file === undefined ? [] : [weigh(path, file.plain, early.has(path))]
  }),
)

for (const { path, bytes, isEarly } of files) say(`${kib(bytes)}  ${isEarly ? 'first' : 'later'}  ${path}`)
if (Number.isFinite(firstMessageMs)) say(`first moving message after ${Math.round(firstMessageMs)} ms`)
const verdicts = judge(files)
for (const { limit, bytes, isKept } of verdicts) {
  say(`${kib(bytes)} of ${kib(limit.bytes).trim()}  ${isKept ? 'kept' : 'OVER'}   ${limit.name}`)
}
process.exitCode = verdicts.every(({ isKept }) => isKept) ? 0 : 1
