import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ENGINE_VERSION } from '../../src/protocol/engineVersion.ts'
import { goldenRuns } from './goldenRuns.ts'

// `npm run goldens`, after a change that was meant to change results, with a new engine version and a line that says why.

const file = fileURLToPath(new URL('./goldens.json', import.meta.url))
const goldens = goldenRuns()
writeFileSync(file, `${JSON.stringify({ engine: ENGINE_VERSION, goldens }, null, 2)}\n`)
process.stdout.write(`${goldens.length} fingerprints of engine version ${ENGINE_VERSION} are written to ${file}\n`)
