import { ensureChromium } from '../run/installChromium.ts'
import { fileLine, readBuiltPage, verdictLine, weighPage } from './weighPage.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const { files, verdicts, firstMessageMs } = await weighPage(await readBuiltPage(), await ensureChromium(say))
for (const file of files) say(fileLine(file))
if (Number.isFinite(firstMessageMs)) say(`first moving message after ${Math.round(firstMessageMs)} ms`)
for (const verdict of verdicts) say(verdictLine(verdict))
process.exitCode = verdicts.every(({ isKept }) => isKept) ? 0 : 1
