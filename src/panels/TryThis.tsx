import { useState } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { icons } from '../ui/icons.tsx'

/** What may be tried, one thing at a time: a list of four is read and not done. */
export function TryThis({ texts }: { texts: readonly string[] }) {
  const [at, setAt] = useState(0)
  const shown = Math.min(at, texts.length - 1)
  return (
    <section className="try-this">
      <h2>
        Try{' '}
        <span>
          {shown + 1} of {texts.length}
        </span>
        <span className="try-turn">
          <IconButton label="The one before" disabled={shown === 0} onClick={() => setAt(shown - 1)}>
            {icons.previous}
          </IconButton>
          <IconButton
            label="The next one to try"
            disabled={shown === texts.length - 1}
            onClick={() => setAt(shown + 1)}
          >
            {icons.next}
          </IconButton>
        </span>
      </h2>
      <p aria-live="polite">{texts[shown]}</p>
    </section>
  )
}
