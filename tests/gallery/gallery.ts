import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { launchOptions, requireChromium } from '../run/chromium.ts'
import { freePort } from '../run/freePort.ts'
import { ENTRIES } from './entries.ts'
import { designFileOf, fileOf, type GalleryEntry, SIZES, THEMES } from './entry.ts'
import { galleryText } from './galleryText.ts'
import { picture, STAGE, shot } from './shot.ts'

// Writes docs/gallery.md and its pictures: every node kind and every form of a message at three sizes, in both themes.
// With names as arguments: only these entries.

const root = fileURLToPath(new URL('.', import.meta.url))
const outDir = fileURLToPath(new URL('../../node_modules/.cache/shardscope/gallery', import.meta.url))
const SHEET = { width: 1440, height: 1850 }
const sheets = fileURLToPath(new URL('../../docs/design/', import.meta.url))
const pictures = fileURLToPath(new URL('../../docs/gallery/', import.meta.url))

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
const browser = await chromium.launch(launched)
const asked = process.argv.slice(2)
const chosen = ENTRIES.filter(({ id }) => asked.length === 0 || asked.some((name) => id.startsWith(name)))
mkdirSync(pictures, { recursive: true })
if (asked.length === 0) for (const file of readdirSync(pictures)) rmSync(`${pictures}${file}`)

try {
  for (const theme of THEMES) {
    await cutSheet(theme)
    for (const entry of chosen) await take(entry, theme)
  }
} finally {
  await browser.close()
  await new Promise<void>((resolve) => server.httpServer.close(() => resolve()))
}
writeFileSync(fileURLToPath(new URL('../../docs/gallery.md', import.meta.url)), galleryText())

/** The places of the design's sheet that show what the entries show. */
async function cutSheet(theme: (typeof THEMES)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: SHEET })
  const file = readFileSync(`${sheets}sheet-${theme}.webp`).toString('base64')
  await page.setContent(`<body style="margin:0"><img src="data:image/webp;base64,${file}" style="display:block">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  for (const entry of chosen)
    if (entry.sheet !== undefined) {
      const [x, y, width, height] = entry.sheet
      writeFileSync(`${pictures}${designFileOf(entry, theme)}`, await picture(page, { x, y, width, height }))
    }
  await page.close()
}

async function take(entry: GalleryEntry, theme: (typeof THEMES)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: STAGE })
  page.on('pageerror', (error) => process.stderr.write(`${entry.id}: ${error.message}\n`))
  await page.goto(`http://127.0.0.1:${port}/page.html?theme=${theme}#${entry.id}`)
  await page.locator('html[data-stands]').waitFor({ state: 'attached' })
  await page.locator(`.react-flow [data-node="${entry.node}"]`).waitFor()
  // Drawings and typefaces that load late are there before the first picture.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (const size of SIZES) writeFileSync(`${pictures}${fileOf(entry, size, theme)}`, await shot(page, entry, size))
  await page.close()
  process.stdout.write(`${entry.id} ${theme}\n`)
}
