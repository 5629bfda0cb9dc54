import type { ComponentProps } from 'react'
import './dialog.css'

type DialogProps = Omit<ComponentProps<'dialog'>, 'onClick' | 'className'> & {
  className: string
  /** It covers most of the page, which stands further back then. */
  large?: boolean
}

/** A sheet over the page, to be opened by `showModal`: a press beside it closes it, as Escape does. */
export function Dialog({ className, large = false, onClose, ...others }: DialogProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      {...others}
      className={`dialog ${className}`}
      data-large={large || undefined}
      // React brings the close of a dialog inside of this one here too.
      onClose={(event) => event.target === event.currentTarget && onClose?.(event)}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    />
  )
}
