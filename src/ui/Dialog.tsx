import type { ComponentProps, SyntheticEvent } from 'react'
import './dialog.css'

type DialogProps = Omit<ComponentProps<'dialog'>, 'onClick' | 'onCancel' | 'className'> & {
  className: string
  /** It covers most of the page, which stands further back then. */
  large?: boolean
}

/** A sheet over the page, to be opened by `showModal`: a press beside it closes it, as Escape does. */
export function Dialog({ className, large = false, onClose, ...others }: DialogProps) {
  /** The browser tells of a closing in a task of its own, and a key pressed before that would mean nothing: it is told at once. */
  function close(event: SyntheticEvent<HTMLDialogElement>) {
    // React brings what happens to a dialog inside of this one here too.
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    event.currentTarget.close()
    onClose?.(event)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      {...others}
      className={`dialog ${className}`}
      data-large={large || undefined}
      onClose={close}
      onCancel={close}
      onClick={close}
    />
  )
}
