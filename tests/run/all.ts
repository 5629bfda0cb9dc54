import { atOnce } from './atOnce.ts'
import { browserStages } from './browserStages.ts'
import { programStage } from './programStage.ts'
import { finish, runStages } from './runStages.ts'
import { vitestStage } from './vitestStage.ts'

// Everything, the quick checks first: `npm test`.
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

finish(
  await runStages(
    [
      ...atOnce([
        programStage('types', 'tsc', ['-b', '--pretty', 'false']),
        programStage('lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
        programStage('dead code', 'knip', ['--treat-config-hints-as-errors', '--no-progress']),
      ]),
      vitestStage,
      ...(await browserStages(say)),
    ],
    say,
  ),
)
