// Drawings for buttons, 18 x 18, one stroke. Only where the drawing is a convention everybody knows.
import type { ReactNode } from 'react'

function icon(path: ReactNode, solid = false) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill={solid ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {path}
    </svg>
  )
}

export const icons = {
  reset: icon(<path d="M4 3v12M15 3L6.5 9l8.5 6z" />, true),
  stepBack: icon(<path d="M12 3L4.5 9 12 15zM14.5 3v12" />, true),
  play: icon(<path d="M5 3l10 6-10 6z" />, true),
  pause: icon(<path d="M5.5 3.500v11M12.5 3.500v11" strokeWidth="3" strokeLinecap="butt" />),
  stepForward: icon(<path d="M3.5 3v12M6 3l7.5 6L6 15z" />, true),
  undo: icon(<path d="M3 7.500h8a4 4 0 0 1 0 8H7M6 4L2.5 7.5 6 11" />),
  redo: icon(<path d="M15 7.500H7a4 4 0 0 0 0 8h4M12 4l3.5 3.500L12 11" />),
  theme: icon(
    <>
      <circle cx="9" cy="9" r="6.3" />
      <path d="M9 2.700v12.600a6.3 6.3 0 0 0 0-12.600z" fill="currentColor" stroke="none" />
    </>,
  ),
  table: icon(<path d="M2.500 3.500h13v11h-13zM2.500 7.200h13M2.500 10.900h13M7 3.500v11" />),
  settings: icon(<path d="M2 5.500h8M14 5.500h2M2 12.500h2M8 12.500h8M12 3.500v4M6 10.500v4" />),
  dice: icon(
    <>
      <rect x="2.75" y="2.75" width="12.5" height="12.5" rx="2.5" />
      <g fill="currentColor" stroke="none">
        <circle cx="6.2" cy="6.2" r="1.2" />
        <circle cx="11.8" cy="6.2" r="1.2" />
        <circle cx="9" cy="9" r="1.2" />
        <circle cx="6.2" cy="11.8" r="1.2" />
        <circle cx="11.8" cy="11.8" r="1.2" />
      </g>
    </>,
  ),
  copy: icon(<path d="M6.5 6.500v-4h9v9h-4M2.5 6.500h9v9h-9z" />),
  down: icon(<path d="M5 7.500l4 4 4-4" />),
  previous: icon(<path d="M11 4.5L6.5 9l4.5 4.5" />),
  next: icon(<path d="M7 4.5L11.5 9 7 13.5" />),
  close: icon(<path d="M4.5 4.500l9 9M13.5 4.500l-9 9" />),
  resetValue: icon(<path d="M3.5 9a5.5 5.5 0 1 1 1.8 4.100M3.5 4.500V9H8" />),
} as const

/** The mark: a tape, its records and a caret. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path d="M1 6h20M1 16h20" stroke="var(--ink)" strokeWidth="1.5" />
      <g fill="var(--ink)">
        <circle cx="4" cy="11" r="2" />
        <circle cx="9.3" cy="11" r="2" />
        <circle cx="14.6" cy="11" r="2" opacity=".45" />
        <circle cx="19.5" cy="11" r="1.5" opacity=".25" />
      </g>
      <path d="M11.9 4.500v15" stroke="var(--act)" strokeWidth="1.5" />
      <path d="M11.5 18.500l5.5-3v6z" fill="var(--act)" />
    </svg>
  )
}
