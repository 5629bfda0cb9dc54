import './bead.css'

const LETTERS = 'ABCDEFGH'

/** One message as the canvas draws it: paint and letter of its key. */
export function Bead({ paint }: { paint: number }) {
  const letter = LETTERS[paint] ?? 'H'
  return (
    <span className="bead" style={{ background: `var(--k${letter})`, color: `var(--o${letter})` }} aria-hidden="true">
      {letter}
    </span>
  )
}
