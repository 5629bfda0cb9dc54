import { useRef } from 'react'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { qrCode } from './qrCode.ts'
import { Squares } from './Squares.tsx'
import './share.css'

/** The code of a link, small, and as large as the screen for a room. */
export function LinkCode({ link }: { link: string }) {
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
