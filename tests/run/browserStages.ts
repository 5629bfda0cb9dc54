import { ensureChromium } from './installChromium.ts'
import { playwrightStage } from './playwrightStage.ts'
import { programStage } from './programStage.ts'
import { failedOnce, type Stage } from './stage.ts'

/** Builds the page and tests it in Chromium; a missing browser is a failure that says what to do, never a skipped test. */
export async function browserStages(say: (line: string) => void, filters: readonly string[] = []): Promise<Stage[]> {
  const build = programStage('build', 'vite', ['build', '--logLevel', 'warn'], true)
  try {
    return [build, playwrightStage(await ensureChromium(say), filters)]
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return [build, { name: 'browser tests', run: async () => failedOnce('Chromium', text) }]
  }
}
