import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium, isOnPath, startsUp, WHAT_TO_DO } from './chromium.ts'

// Where Playwright's download is out of reach it hangs rather than fails.
const DOWNLOAD_LIMIT_SECONDS = 60
const PACKAGE_LIMIT_SECONDS = 600
/** Older Debians have the second one alone. */
const PACKAGES = ['chromium-headless-shell', 'chromium']
const LINES_OF_A_FAILURE = 8

/**
 * Finds Chromium, or installs it: Playwright's own, else Debian's package.
 * @param say gets one line for each thing that takes a while
 * @throws with what to do when neither works; a test run never goes on without a browser
 */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
  const found = findChromium()
  if (found !== null) return found

  const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')
  say('no Chromium found: installing the one of Playwright')
  const downloaded = await run(process.execPath, [playwrightCommand(), 'install', 'chromium'], DOWNLOAD_LIMIT_SECONDS)
  if (downloaded && isDebianRoot) {
    await run(process.execPath, [playwrightCommand(), 'install-deps', 'chromium'], PACKAGE_LIMIT_SECONDS)
  }
  const fromPlaywright = findChromium()
  if (fromPlaywright !== null && startsUp(fromPlaywright)) return fromPlaywright

  if (isDebianRoot) {
    say('that did not work: installing a package with apt-get')
    await run('apt-get', ['update', '-q'], PACKAGE_LIMIT_SECONDS)
    for (const name of PACKAGES) {
      if (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], PACKAGE_LIMIT_SECONDS)) break
    }
  }
  const installed = findChromium()
  if (installed === null || !startsUp(installed)) throw new Error([WHAT_TO_DO, ...complaints].join('\n'))
  return installed
}

function playwrightCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
}

/** What the failed programs said, shown only when nothing worked: a download that fails is no news where a package follows. */
const complaints: string[] = []

/** Runs a program in a process group of its own, so that at the limit its children end with it. */
function run(program: string, args: readonly string[], limitSeconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      detached: true,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const limit = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, limitSeconds * 1000)
    const done = (ok: boolean) => {
      clearTimeout(limit)
      if (!ok) complaints.push(`${program} ${args.join(' ')}:`, ...output.trim().split('\n').slice(-LINES_OF_A_FAILURE))
      resolve(ok)
    }
    child.once('error', () => done(false))
    child.once('close', (code) => done(code === 0))
  })
}
