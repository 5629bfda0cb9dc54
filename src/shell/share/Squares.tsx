import type { QrCode } from './qrCode.ts'
import './share.css'

/** Dark on light in every theme: some cameras cannot read an inverted code. */
export function Squares({ code: { size, path } }: { code: QrCode }) {
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of this link">
      <path d={path} />
    </svg>
  )
}
