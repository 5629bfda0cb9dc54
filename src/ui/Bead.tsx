import './bead.css'

const LETTERS = 'ABCDEFG'

/** One message as the canvas draws it: paint and letter of its key; grey and without a letter for all other keys. */
export function Bead({ paint }: { paint: number }) {
  const letter = LETTERS[paint]
  const style =
    letter === undefined
      ? { background: 'var(--k-other)' }
      : { background: `var(--k${letter})`, color: `var(--o${letter})` }
  return (
    <span className="bead" style={style} aria-hidden="true">
      {letter}
    </span>
  )
}
