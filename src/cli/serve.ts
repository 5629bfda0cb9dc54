import { fileURLToPath } from 'node:url'
import { lanAddress } from './serve/lanAddress.ts'
import { listen } from './serve/listen.ts'
import { qrCode } from './serve/qrCode.ts'
import { type ServeOptions, serveOptions } from './serve/serveOptions.ts'
import { readSite, type SiteFiles } from './serve/siteFiles.ts'
import { siteHandler } from './serve/siteHandler.ts'

const BUILT_PAGE = fileURLToPath(new URL('../../dist/', import.meta.url))

function fail(text: string, code: number): never {
  process.stderr.write(`${text}\n`)
  process.exit(code)
}

async function readBuiltPage(): Promise<SiteFiles> {
  const files = await readSite(BUILT_PAGE).catch(() => new Map())
  if (!files.has('index.html')) fail('There is no built page in dist. Run npm run build first.', 1)
  return files
}

async function serve({ port, room }: ServeOptions): Promise<void> {
  const handler = siteHandler(await readBuiltPage())
  const host = room ? '0.0.0.0' : '127.0.0.1'
  const listening = await listen(handler, host, port).catch((error: NodeJS.ErrnoException) =>
    fail(`Port ${port} cannot be used (${error.code ?? error.message}). Choose another with PORT.`, 1),
  )
  const address = room ? lanAddress() : '127.0.0.1'
  const url = `http://${address ?? '127.0.0.1'}:${listening.port}/`
  process.stdout.write(`${url}\n`)
  if (room && address === null) process.stderr.write('This machine has no address on a local network.\n')
  if (room && address !== null) process.stdout.write(`${qrCode(url, process.stdout.isTTY)}\n`)

  const stop = () => {
    listening.server.close()
    listening.server.closeAllConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const options = serveOptions(process.argv.slice(2), process.env['PORT'])
if (typeof options === 'string') fail(options, 2)
await serve(options)
