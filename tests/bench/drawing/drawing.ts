import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { launchOptions, requireChromium } from '../../run/chromium.ts'
import { freePort } from '../../run/freePort.ts'
import { median } from '../median.ts'

// Processor time of all browser processes for one animation frame, with React Flow live, a worker that
// answers, three moving tapes and so many moving dots on a stage of 904 x 636, software compositing.

const STAGE = { width: 904, height: 636 }
const ROUNDS = 3
const SECONDS = 6
const WARM_UP_MS = 3000
const GOALS = [
  { moving: 2000, fpsMin: 58, cpuMsMax: 8 },
  { moving: 10_000, fpsMin: 58, cpuMsMax: 12 },
]

const root = fileURLToPath(new URL('.', import.meta.url))
const outDir = fileURLToPath(new URL('../../../node_modules/.cache/shardscope/drawing', import.meta.url))
const config = {
  root,
  base: './',
  configFile: false as const,
  plugins: [react()],
  logLevel: 'warn' as const,
  worker: { format: 'es' as const },
}
await build({
  ...config,
  build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: `${root}page.html` } },
})
const port = await freePort()
const server = await preview({ ...config, build: { outDir }, preview: { port, host: '127.0.0.1', strictPort: true } })
const launched = launchOptions(requireChromium())
const browser = await chromium.launch({ ...launched, args: [...(launched.args ?? []), '--disable-gpu'] })

type Reading = { fps: number; cpuMs: number }

async function measure(address: string): Promise<Reading> {
  const page = await browser.newPage({ viewport: STAGE })
  const session = await browser.newBrowserCDPSession()
  const cpuSeconds = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, entry) => sum + entry.cpuTime, 0)
  }
  const framesSoFar = () => page.evaluate(() => (globalThis as unknown as { drawnFrames: number }).drawnFrames)
  await page.goto(address)
  await page.waitForTimeout(WARM_UP_MS)
  const [cpu0, frames0, at0] = [await cpuSeconds(), await framesSoFar(), performance.now()]
  await page.waitForTimeout(SECONDS * 1000)
  const [cpu1, frames1, at1] = [await cpuSeconds(), await framesSoFar(), performance.now()]
  await page.close()
  const frames = frames1 - frames0
  return { fps: (frames * 1000) / (at1 - at0), cpuMs: ((cpu1 - cpu0) * 1000) / Math.max(1, frames) }
}

let failed = 0
try {
  for (const { moving, fpsMin, cpuMsMax } of GOALS) {
    const readings: Reading[] = []
    for (let round = 0; round < ROUNDS; round++)
      readings.push(await measure(`http://127.0.0.1:${port}/page.html?moving=${moving}`))
    const fps = median(readings.map((reading) => reading.fps))
    const cpuMs = median(readings.map((reading) => reading.cpuMs))
    const good = fps >= fpsMin && cpuMs <= cpuMsMax
    if (!good) failed += 1
    process.stdout.write(
      `${String(moving).padStart(6)} moving dots: ${fps.toFixed(1)} frames/s (goal ${fpsMin}), ` +
        `${cpuMs.toFixed(1)} ms of processor time a frame (goal at most ${cpuMsMax})${good ? '' : '  MISSED'}\n`,
    )
  }
} finally {
  await browser.close()
  await new Promise<void>((resolve) => server.httpServer.close(() => resolve()))
}
process.exitCode = failed > 0 ? 1 : 0
