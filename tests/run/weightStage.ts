import { fileLine, verdictLine, weighPage } from '../size/weighPage.ts'
import type { Stage } from './stage.ts'

/** Weighs what a first visit to the built page loads. Alone, since the order of its requests depends on how busy the machine is. */
export const weightStage = (executablePath: string): Stage => ({
  name: 'weight',
  run: async () => {
    const { files, verdicts } = await weighPage(executablePath)
    const over = verdicts.filter(({ isKept }) => !isKept)
    return {
      passed: verdicts.length - over.length,
      failures: over.map((verdict) => ({
        title: verdictLine(verdict).trim(),
        details: files.map(fileLine).join('\n'),
      })),
    }
  },
})
