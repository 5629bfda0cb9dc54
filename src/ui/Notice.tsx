import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import { icons } from './icons.tsx'
import './notice.css'

/** Something the page has to say, in one line, until it is put away. */
export function Notice({
  text,
  detail,
  onClose,
  children,
}: {
  text: string
  detail?: string
  onClose?: () => void
  children?: ReactNode
}) {
  return (
    <div className="notice" role="status">
      <p>
        <strong>{text}</strong> {detail}
      </p>
      <div className="notice-actions">
        {children}
        {onClose && (
          <IconButton label="Close this message" onClick={onClose}>
            {icons.close}
          </IconButton>
        )}
      </div>
    </div>
  )
}
