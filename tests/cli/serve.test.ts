import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/cli/serve/listen.ts'
import { serveOptions } from '../../src/cli/serve/serveOptions.ts'
import { readSite } from '../../src/cli/serve/siteFiles.ts'
import { siteHandler } from '../../src/cli/serve/siteHandler.ts'

const SCRIPT = 'export const text = "long enough to be worth compressing"\n'.repeat(50)

let folder: string
let atRoot: Listening
let inFolder: Listening

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shardscope-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(folder, 'dist/assets/index-1a2b3c.js'), SCRIPT)
  await writeFile(join(folder, 'dist/assets/face.woff2'), Buffer.alloc(100))
  const files = await readSite(join(folder, 'dist'))
  atRoot = await listen(siteHandler(files), '127.0.0.1', 0)
  inFolder = await listen(siteHandler(files, '/a/folder/'), '127.0.0.1', 0)
})

afterAll(async () => {
  for (const { server } of [atRoot, inFolder]) server.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Sends a path as it is written; `fetch` would tidy it first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', from = atRoot): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: from.port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the server of the built page', () => {
  test('answers / with the page, which must be asked for again each time', async () => {
    const { status, headers, body } = await ask('/?scenario=one-shard')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(body.toString()).toContain('<title>page</title>')
  })

  test('lets files with a hash in their names be kept for ever', async () => {
    const { headers } = await ask('/assets/index-1a2b3c.js')
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toContain('immutable')
  })

  test('compresses text as the browser asks, and only text', async () => {
    const brotli = await ask('/assets/index-1a2b3c.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT)
    const gzip = await ask('/assets/index-1a2b3c.js', { 'accept-encoding': 'gzip, br;q=0' })
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT)
    const font = await ask('/assets/face.woff2', { 'accept-encoding': 'br' })
    expect(font.headers['content-encoding']).toBeUndefined()
    expect(font.headers['content-type']).toBe('font/woff2')
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%',
    '/nothing',
    '//',
    '/assets/',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('secret')
  })

  test('answers HEAD without a body and refuses to be written to', async () => {
    const head = await ask('/', {}, 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0)
    const post = await ask('/', {}, 'POST')
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('holds the page to its own origin, with every answer', async () => {
    for (const path of ['/', '/nothing']) {
      const { headers } = await ask(path)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).not.toContain('unsafe-eval')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('can stand under a folder', async () => {
    expect((await ask('/a/folder/', {}, 'GET', inFolder)).status).toBe(200)
    expect((await ask('/a/folder/assets/index-1a2b3c.js', {}, 'GET', inFolder)).status).toBe(200)
    expect((await ask('/', {}, 'GET', inFolder)).status).toBe(404)
  })
})

describe('the options of the server', () => {
  test('are a port and --room', () => {
    expect(serveOptions([], undefined)).toEqual({ port: 0, room: false })
    expect(serveOptions(['--room'], '4173')).toEqual({ port: 4173, room: true })
  })

  test.each([
    [['--rooms'], undefined],
    [[], '70000'],
    [[], 'http'],
    [[], '-1'],
  ])('%j with PORT %s are refused with a reason', (args, port) => {
    expect(serveOptions(args, port)).toEqual(expect.stringMatching(/^(Unknown option|PORT must be)/))
  })
})
