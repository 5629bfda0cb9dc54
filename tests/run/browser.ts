import { launchOptions } from './chromium.ts'
import { ensureChromium } from './installChromium.ts'

console.log(launchOptions(await ensureChromium(console.log)))
