import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { contentType } from './contentType.ts'
import { SECURITY_HEADERS } from './securityHeaders.ts'
import type { SiteFile, SiteFiles } from './siteFiles.ts'

const ONE_YEAR_SECONDS = 31_536_000

/**
 * Answers requests with the files of a built page.
 * @param under the folder of the address at which the page stands; begins and ends with a slash
 */
export function siteHandler(files: SiteFiles, under = '/'): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      respondText(response, request, 405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' })
      return
    }
    const path = sitePath(request.url ?? '/', under)
    const file = path === null ? undefined : files.get(path)
    if (path === null || file === undefined) {
      respondText(response, request, 404, 'There is no such file.', {})
      return
    }
    respondFile(response, request, path, file)
  }
}

/** The path in the site that a request names, or null when it names none. */
function sitePath(url: string, under: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    if (!path.startsWith(under)) return null
    const inside = path.slice(under.length)
    return inside === '' ? 'index.html' : inside
  } catch {
    return null // a broken percent sequence
  }
}

function respondFile(response: ServerResponse, request: IncomingMessage, path: string, file: SiteFile): void {
  const { body, encoding } = chooseEncoding(file, String(request.headers['accept-encoding'] ?? ''))
  // The build puts a hash of the content into the names below assets/: such a file never changes.
  const isHashed = path.startsWith('assets/')
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'cache-control': isHashed ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
    'content-length': body.length,
    'content-type': contentType(path),
    vary: 'accept-encoding',
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function chooseEncoding(file: SiteFile, accepted: string): { body: Buffer; encoding: string | null } {
  const offers = accepted.split(',').map((offer) => offer.trim())
  const accepts = (name: string) =>
    offers.some((offer) => offer.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(offer))
  if (file.brotli !== null && accepts('br')) return { body: file.brotli, encoding: 'br' }
  if (file.gzip !== null && accepts('gzip')) return { body: file.gzip, encoding: 'gzip' }
  return { body: file.plain, encoding: null }
}

function respondText(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  const body = `${text}\n`
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    'content-length': Buffer.byteLength(body),
    'content-type': 'text/plain; charset=utf-8',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
