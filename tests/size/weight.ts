import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

export type Sort = 'code' | 'font' | 'other'

/** A file that the page asked for. */
export interface Weighed {
  readonly path: string
  readonly sort: Sort
  /** Compressed with brotli at its best; fonts are compressed already and count as they are. */
  readonly bytes: number
  /** Whether it was asked for before the first moving message. */
  readonly isEarly: boolean
}

const toBrotli = promisify(brotliCompress)

/** Script and style are one budget, worker included; fonts another; the document and pictures are shown but have none. */
export function sortOf(path: string): Sort {
  if (/\.(js|css)$/.test(path)) return 'code'
  return path.endsWith('.woff2') ? 'font' : 'other'
}

export async function weigh(path: string, plain: Buffer, isEarly: boolean): Promise<Weighed> {
  const sort = sortOf(path)
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
  return { path, sort, bytes: sort === 'font' ? plain.length : (await toBrotli(plain, best)).length, isEarly }
}
