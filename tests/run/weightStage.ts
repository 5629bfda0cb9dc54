import { FIRST_MESSAGE_MS, firstMessages } from '../size/firstMessage.ts'
import { fileLine, readBuiltPage, verdictLine, weighPage } from '../size/weighPage.ts'
import type { Failure, Stage } from './stage.ts'

/**
 * Weighs what a first visit to the built page loads, and asks how long it takes to the first moving message. Alone, since the order
 * of its requests and all times depend on how busy the machine is.
 */
export const weightStage = (executablePath: string): Stage => ({
  name: 'weight',
  run: async () => {
    const site = await readBuiltPage()
    const { files, verdicts } = await weighPage(site, executablePath)
    const failures: Failure[] = verdicts
      .filter(({ isKept }) => !isKept)
      .map((verdict) => ({ title: verdictLine(verdict).trim(), details: files.map(fileLine).join('\n') }))
    const openings = await firstMessages(site, executablePath)
    if (Math.min(...openings) >= FIRST_MESSAGE_MS)
      failures.push({ title: `a message moves within ${FIRST_MESSAGE_MS} ms`, details: `ms: ${openings.join(', ')}` })
    return { passed: verdicts.length + 1 - failures.length, failures }
  },
})
