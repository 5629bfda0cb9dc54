import { useRef } from 'react'
import { LinkMeter } from '../../panels/writing/LinkMeter.tsx'
import { chooseFile, saveFile } from '../../state/workbench/sceneFile.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import type { Copied } from '../copyLink.ts'
import { toggleShow } from '../present/startShow.ts'
import { type QrCode, qrCode } from './qrCode.ts'
import './share.css'

const STATUS = {
  copied: 'The link is in your clipboard.',
  kept: 'The browser does not let this page copy. Copy it from here:',
  none: 'This browser cannot pack the scene into a link. Save it as a file instead.',
}

function statusOf({ link, copied }: Copied): keyof typeof STATUS {
  if (link === null) return 'none'
  return copied ? 'copied' : 'kept'
}

/** The link of the moment of opening, in full, and what it holds; null as long as it is being made. */
export default function ShareSheet({ shared }: { shared: Copied | null }) {
  const link = shared?.link ?? ''
  return (
    <div className="share-sheet">
      <p role="status">{shared === null ? '' : STATUS[statusOf(shared)]}</p>
      <input
        readOnly
        aria-label="Link to this scene at this moment"
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      {link !== '' && <LinkMeter characters={link.length} />}
      <small>It holds the whole scene, its seed and this moment, and needs no account and no server.</small>
      <div className="share-files">
        <Button onClick={saveFile}>Save a file</Button>
        <Button onClick={chooseFile}>Open a file</Button>
      </div>
      {link !== '' && <Code link={link} />}
      <Button onClick={toggleShow}>Present in two windows</Button>
    </div>
  )
}

function Code({ link }: { link: string }) {
  const large = useRef<HTMLDialogElement>(null)
  const code = qrCode(link)
  if (code === null)
    return (
      <small>Too long for a code that a camera reads from a screen. A scene of the gallery has a short link.</small>
    )
  return (
    <>
      <Squares code={code} />
      <Button onClick={() => large.current?.showModal()}>Show the code large</Button>
      <dialog ref={large} className="share-large" aria-label="Code of the link, large">
        <Squares code={code} />
        <p>{link}</p>
        <IconButton label="Close the code" onClick={() => large.current?.close()}>
          {icons.close}
        </IconButton>
      </dialog>
    </>
  )
}

/** Dark on light in every theme: some cameras cannot read an inverted code. */
function Squares({ code: { size, path } }: { code: QrCode }) {
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of this link">
      <path d={path} />
    </svg>
  )
}
