import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from './runProgram.ts'
import { failedOnce, orEmptyFails, type Stage, type StageResult } from './stage.ts'

const TITLE = 'vitest'
const REPORTER = fileURLToPath(new URL('./vitestReporter.ts', import.meta.url))

export const vitestStage: Stage = {
  name: 'node tests',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shardscope-'))
    try {
      const file = join(folder, 'vitest.json')
      const args = ['run', '--project', 'node', '--reporter', REPORTER]
      const { code, output } = await runProgram('vitest', args, { SHARDSCOPE_REPORT: file })
      const text = await readFile(file, 'utf8').catch(() => null)
      if (text === null) return failedOnce(TITLE, output)
      const result = JSON.parse(text) as StageResult
      // Whatever vitest finds wrong beside the tests is only told by its exit code.
      if (code !== 0 && result.failures.length === 0) return { ...result, ...failedOnce(TITLE, output) }
      return orEmptyFails(TITLE, result)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
