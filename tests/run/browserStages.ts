import { ensureChromium } from './installChromium.ts'
import { playwrightStage } from './playwrightStage.ts'
import { programStage } from './programStage.ts'
import { failedOnce, type Stage } from './stage.ts'
import { weightStage } from './weightStage.ts'

/** Builds the page, weighs it and tests it in Chromium; filters choose files of tests alone. A missing browser is a failure that says what to do, never a skipped test. */
export async function browserStages(say: (line: string) => void, filters: readonly string[] = []): Promise<Stage[]> {
  const build = programStage('build', 'vite', ['build', '--logLevel', 'warn'], true)
  try {
    const chromium = await ensureChromium(say)
    const tests = playwrightStage(chromium, filters)
    return filters.length > 0 ? [build, tests] : [build, weightStage(chromium), tests]
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return [build, { name: 'browser tests', run: async () => failedOnce('Chromium', text) }]
  }
}
