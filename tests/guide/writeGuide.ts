import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { guideText } from './guideText.ts'

// `npm run guide`, after words or answers of scenes have changed.

writeFileSync(fileURLToPath(new URL('../../docs/guide.md', import.meta.url)), await guideText())
