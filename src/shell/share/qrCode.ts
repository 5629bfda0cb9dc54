import { encode } from 'uqr'

/** A code as squares: `path` fills the dark ones of a field of `size` by `size`, margin included. */
export type QrCode = { size: number; version: number; path: string }

/** More letters make squares so small that a camera in the last row cannot read them from a screen. */
const LETTERS_AT_MOST = 250
/** What the standard asks for around a code, in squares. */
const MARGIN = 4

/** Null for a text that is too long to be read from a screen. */
export function qrCode(text: string): QrCode | null {
  if (text.length > LETTERS_AT_MOST) return null
  const { data, size, version } = encode(text, { ecc: 'L', border: MARGIN })
  return { size, version, path: data.map(rowPath).join('') }
}

/** One rectangle for each unbroken stretch: thin lines between squares would be seen. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let from = row.indexOf(true); from >= 0; from = row.indexOf(true, from)) {
    const end = row.indexOf(false, from)
    const to = end < 0 ? row.length : end
    path += `M${from} ${y}h${to - from}v1h${from - to}z`
    from = to
  }
  return path
}
