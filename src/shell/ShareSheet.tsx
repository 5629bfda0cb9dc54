import { useEffect, useState } from 'react'
import { pageLink } from '../state/index.ts'

/** The link of this moment, in full, and what it holds. It is made anew each time the sheet opens. */
export function ShareSheet({ opened, copied }: { opened: number; copied: boolean | null }) {
  const [link, setLink] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `opened` counts the openings
  useEffect(() => setLink(pageLink()), [opened])
  return (
    <div className="share-sheet">
      <p role="status">
        {copied === null
          ? ''
          : copied
            ? 'The link is in your clipboard.'
            : 'The browser does not let this page copy. Copy it from here:'}
      </p>
      <input
        readOnly
        aria-label="Link to this scene at this moment"
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <small>
        {link.length} characters. It holds the whole scene, its seed and this moment, and needs no account and no
        server.
      </small>
    </div>
  )
}
