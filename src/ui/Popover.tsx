import { type ReactNode, useId, useRef } from 'react'
import './popover.css'

type PopoverProps = {
  /** Class of the button. */
  className: string
  label?: string
  button: ReactNode
  /** Called when it opens. */
  onOpen?: () => void
  children: (close: () => void) => ReactNode
}

/** A button and a small sheet beside it. The system closes it on Escape and on a press elsewhere. */
export function Popover({ className, label, button, onOpen, children }: PopoverProps) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const close = () => sheet.current?.hidePopover()
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        popoverTarget={id}
        aria-haspopup="dialog"
      >
        {button}
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        className="popover"
        role="dialog"
        aria-label={label}
        onBeforeToggle={(event) => {
          // A dialog inside tells of itself too.
          if (event.newState === 'open' && event.target === event.currentTarget) onOpen?.()
        }}
        onToggle={(event) => {
          if (event.newState === 'open' && trigger.current && sheet.current) putBeside(trigger.current, sheet.current)
        }}
      >
        {children(close)}
      </div>
    </>
  )
}

/** Below the button where there is room, else above, and from its nearer side, so that what loads late grows into the window. */
function putBeside(trigger: HTMLElement, sheet: HTMLElement) {
  const from = trigger.getBoundingClientRect()
  const width = sheet.offsetWidth
  const height = sheet.offsetHeight
  const below = from.bottom + 6 + height <= innerHeight - 8
  const fromRight = from.left > innerWidth / 2
  sheet.style.left = fromRight ? 'auto' : `${Math.max(8, Math.min(from.left, innerWidth - width - 8))}px`
  sheet.style.right = fromRight ? `${Math.max(8, Math.min(innerWidth - from.right, innerWidth - width - 8))}px` : 'auto'
  sheet.style.top = below ? `${Math.max(8, from.bottom + 6)}px` : 'auto'
  sheet.style.bottom = below
    ? 'auto'
    : `${Math.max(8, Math.min(innerHeight - from.top + 6, innerHeight - height - 8))}px`
}
