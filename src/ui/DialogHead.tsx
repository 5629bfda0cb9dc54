import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import { icons } from './icons.tsx'

type HeadProps = {
  /** By which the dialog is labelled. */
  id: string
  title: string
  closeLabel: string
  onClose: () => void
  /** Stands between title and close button: a search field. */
  children?: ReactNode
}

/** What a dialog is called, and how it is closed. */
export function DialogHead({ id, title, closeLabel, onClose, children }: HeadProps) {
  return (
    <div className="dialog-head">
      <h2 id={id}>{title}</h2>
      {children}
      <IconButton label={closeLabel} onClick={onClose}>
        {icons.close}
      </IconButton>
    </div>
  )
}
