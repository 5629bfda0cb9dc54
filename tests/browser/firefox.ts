import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { listen } from '../../src/cli/serve/listen.ts'
import { isOnPath } from '../run/chromium.ts'

// Firefox has another engine for JavaScript, so its runs are a second witness. It plays the golden runs in a page that
// sends back what it found; no driver is needed for that.

const LIMIT_MS = 240_000
const PAGE = '<!doctype html><title>Golden runs</title><script src="witness.js"></script>'

type Found = { runs: { scenario: string; fingerprint: string }[]; hashes: Record<string, string>; agent: string }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const json = (path: string) => JSON.parse(readFileSync(here(path), 'utf8'))

async function script(): Promise<string> {
  const bundle = await rolldown({ input: here('./witness.ts'), platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false })
  return output[0].code
}

/** Serves the page, starts the browser, and gives what the page sends. */
async function witness(program: string, code: string): Promise<Found> {
  const profile = mkdtempSync(join(tmpdir(), 'shardscope-firefox-'))
  let send: (found: Found) => void = () => {}
  const sent = new Promise<Found>((resolve) => {
    send = resolve
  })
  const { server, port } = await listen(
    (request, response) => {
      if (request.method === 'POST') void text(request).then((body) => send(JSON.parse(body) as Found))
      const isScript = request.url === '/witness.js'
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html').end(isScript ? code : PAGE)
    },
    '127.0.0.1',
    0,
  )
  const browser = spawn(program, ['--headless', '--no-remote', '--profile', profile, `http://127.0.0.1:${port}/`], {
    stdio: 'ignore',
  })
  const ended = new Promise<never>((_, reject) => {
    browser.once('error', reject)
    browser.once('exit', (status) => reject(new Error(`Firefox ended with ${status}.`)))
    setTimeout(() => reject(new Error(`Nothing came back within ${LIMIT_MS / 1000} s.`)), LIMIT_MS).unref()
  })
  try {
    return await Promise.race([sent, ended])
  } finally {
    browser.kill()
    await ended.catch(() => {})
    server.close()
    server.closeAllConnections()
    rmSync(profile, { recursive: true, force: true })
  }
}

const program = ['firefox-esr', 'firefox'].find(isOnPath)
if (program === undefined) {
  process.stderr.write('No Firefox on the path: install firefox-esr or firefox.\n')
  process.exit(2)
}
const { runs, hashes, agent } = await witness(program, await script())
const goldens = json('../determinism/goldens.json').goldens as Found['runs']
const vectors = json('../engine/kernel/vectors.json') as Record<string, { hash: string }>
const pairs = [
  ...goldens.map(({ scenario, fingerprint }, i) => ({ what: scenario, is: runs[i]?.fingerprint, should: fingerprint })),
  ...Object.entries(vectors).map(([what, { hash }]) => ({ what, is: hashes[what], should: hash })),
]
const wrong = pairs.filter(({ is, should }) => is !== should)
process.stdout.write(`${agent}\n`)
for (const { what, is, should } of wrong) process.stdout.write(`  ${what}: ${is}, not ${should}\n`)
process.stdout.write(`${pairs.length - wrong.length} of ${pairs.length} golden runs and numeric vectors are the same\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
