import { browserStages } from './browserStages.ts'
import { finish, runStages } from './runStages.ts'

// The browser tests alone; arguments choose files: `npm run test:e2e -- sharing`.
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

finish(await runStages(await browserStages(say, process.argv.slice(2)), say))
