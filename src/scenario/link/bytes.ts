// Bytes to letters that a link may hold, and small again: deflate-raw through the platform, base64url by hand.

type Bytes = Uint8Array<ArrayBuffer>

const PIECE = 8192
const LETTERS = /^[A-Za-z0-9_-]*$/

export function toBase64Url(bytes: Bytes): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Null for anything but base64url without padding. */
export function fromBase64Url(text: string): Bytes | null {
  if (!LETTERS.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

export async function deflate(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** `huge` when more than `bytesMax` come out: reading stops there, whatever the rest would have been. */
export async function inflate(packed: Bytes, bytesMax: number): Promise<Bytes | 'damaged' | 'huge'> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > bytesMax) {
        await reader.cancel()
        return 'huge'
      }
      pieces.push(value)
    }
  } catch {
    return 'damaged'
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Four letters that tell a link cut or changed on its way from the one that was made: FNV-1a over the bytes, folded to 24 bits. */
export function checkLetters(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  const folded = (hash >>> 24) ^ (hash & 0xffffff)
  return toBase64Url(new Uint8Array([folded >>> 16, (folded >>> 8) & 255, folded & 255]))
}
