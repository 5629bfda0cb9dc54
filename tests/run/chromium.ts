import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

// The headless shell is the same engine without windows: a page opens with half of the processor time.
const NAMES_ON_PATH = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

export const WHAT_TO_DO =
  'No Chromium was found. Install Chromium or Chrome, or run `npx playwright install --with-deps chromium`, ' +
  'or set SHARDSCOPE_CHROMIUM to the path of one.'

/**
 * The Chromium that the tests use: SHARDSCOPE_CHROMIUM, else Playwright's own, else one on the path; null when there is none.
 * @throws when SHARDSCOPE_CHROMIUM names no program, because another browser than the one asked for would be a surprise
 */
export function findChromium(): string | null {
  const asked = process.env['SHARDSCOPE_CHROMIUM']
  if (asked !== undefined && asked !== '') {
    if (isProgram(asked)) return asked
    throw new Error(`SHARDSCOPE_CHROMIUM is ${asked}, and there is no program there.`)
  }
  const playwrightsOwn = chromium.executablePath()
  if (isProgram(playwrightsOwn)) return playwrightsOwn
  for (const name of NAMES_ON_PATH) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name)
      if (folder !== '' && isProgram(path)) return path
    }
  }
  return null
}

/** @throws with what to do when there is no Chromium */
export function requireChromium(): string {
  const path = findChromium()
  if (path === null) throw new Error(WHAT_TO_DO)
  return path
}

/** The same start for every test and measurement: nothing of the browser's own talks to the network or takes processor time. */
export function launchOptions(executablePath: string): { executablePath: string; args: string[] } {
  const isRoot = process.getuid?.() === 0
  return {
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Chromium refuses to run as root inside its sandbox.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  }
}

/** Whether a Chromium starts at all: a downloaded one may lack libraries of the system. */
export function startsUp(executablePath: string): boolean {
  const { args } = launchOptions(executablePath)
  return spawnSync(executablePath, [...args, '--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}

export function isOnPath(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path) && statSync(path).isFile()
  } catch {
    return false
  }
}
