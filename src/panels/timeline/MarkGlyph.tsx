const STROKE = { fill: 'none', strokeWidth: 1.6 } as const

/** The forms in which the canvas draws the same: refused a hollow ring, a duplicate a second outline, a dead letter a square, lost a cross. */
const FORMS: Readonly<Record<string, React.ReactNode>> = {
  refused: <circle cx="6" cy="6" r="3.8" {...STROKE} stroke="var(--stop)" />,
  lost: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" {...STROKE} stroke="var(--stop)" />,
  again: (
    <>
      <circle cx="6" cy="6" r="2.6" fill="var(--ink)" />
      <circle cx="6" cy="6" r="4.9" {...STROKE} strokeWidth={1.2} stroke="var(--ink)" />
    </>
  ),
  overtaken: <path d="M2 9V5.5a3.5 3.5 0 0 1 7 0V9M6.6 6.8L9 9.4l2.4-2.6" {...STROKE} stroke="var(--ink)" />,
  deadLettered: <rect x="2" y="2" width="8" height="8" fill="var(--ink)" />,
  crashed: <rect x="2" y="2" width="8" height="8" {...STROKE} strokeDasharray="2.4 1.6" stroke="var(--ink)" />,
  failed: <path d="M2 10L10 2M2 2h8v8H2z" {...STROKE} strokeWidth={1.2} stroke="var(--ink)" />,
  returned: (
    <path d="M10 9.5H5a3 3 0 0 1 0-6h4M7 1.2l2.4 2.3L7 5.8" {...STROKE} strokeWidth={1.4} stroke="var(--ink)" />
  ),
  stop: <path d="M4 1.5v9M8 1.5v9" {...STROKE} strokeWidth={2.2} stroke="var(--act)" />,
  bookmark: <path d="M3 1h6v9.5L6 7.8 3 10.5z" fill="var(--act)" />,
}

export function MarkGlyph({ of }: { of: string }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {FORMS[of]}
    </svg>
  )
}
