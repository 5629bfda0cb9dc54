import { renderUnicodeCompact } from 'uqr'

const WHITE_ON_BLACK = '\u001b[97;40m'
const NORMAL = '\u001b[0m'

/**
 * A QR code as lines of half blocks, light squares drawn.
 * @param coloured sets white on black, so that the code is not inverted in a light terminal, which some cameras cannot read
 */
export function qrCode(text: string, coloured: boolean): string {
  const lines = renderUnicodeCompact(text, { border: 2 }).split('\n')
  return lines.map((line) => (coloured ? `${WHITE_ON_BLACK}${line}${NORMAL}` : line)).join('\n')
}
