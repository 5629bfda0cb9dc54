import { useState } from 'react'
import { factText } from '../../aws/facts.ts'
import { Popover } from '../../ui/Popover.tsx'
import '../sourceMark.css'

/** Words of AWS's, and behind a press on them the fact and where it was read. */
export function FactMark({ text, factId }: { text: string; factId: string }) {
  const [isOpen, setOpen] = useState(false)
  const fact = factText(factId)
  if (fact === null) return text
  return (
    <Popover className="compare-fact" label={`${text}: ${factId}`} button={text} onOpen={() => setOpen(true)}>
      {() =>
        isOpen && (
          <div className="source-text">
            <h3>{fact.text}</h3>
            {fact.sources.map((source) => (
              <p key={source.title} className="source-where">
                {fact.id},{' '}
                {source.address === undefined ? (
                  source.title
                ) : (
                  <a href={source.address} target="_blank" rel="noreferrer">
                    {source.title}
                  </a>
                )}
              </p>
            ))}
          </div>
        )
      }
    </Popover>
  )
}
