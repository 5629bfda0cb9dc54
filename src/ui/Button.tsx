import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './controls.css'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { primary?: boolean; children: ReactNode }

/** A button with words in it. */
export function Button({ primary = false, className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`btn ${primary ? 'btn-primary' : ''} ${className}`} {...rest} />
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string
  framed?: boolean
  strong?: boolean
  children: ReactNode
}

/** A button with a drawing in it; `label` is its name for everybody who does not see the drawing, and its tip. */
export function IconButton({
  label,
  framed = false,
  strong = false,
  className = '',
  type = 'button',
  ...rest
}: IconButtonProps) {
  const form = `${framed ? 'icon-framed' : ''} ${strong ? 'icon-strong' : ''}`
  return (
    <button type={type} className={`icon-button ${form} ${className}`} aria-label={label} title={label} {...rest} />
  )
}
