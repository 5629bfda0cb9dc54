import { factText } from '../aws/facts.ts'
import type { Brief } from '../scenario/scenario.ts'
import { LinkedWords } from './glossary/LinkedWords.tsx'
import './afterText.css'

/** What is learned, the common mistake, what is dated, and the facts that it all rests on. */
export default function AfterText({ brief }: { brief: Brief }) {
  const facts = (brief.facts ?? []).map(factText).filter((fact) => fact !== null)
  return (
    <div className="after-text">
      {brief.whatYouLearn !== undefined && (
        <p className="say">
          <LinkedWords text={brief.whatYouLearn} />
        </p>
      )}
      {brief.commonMistake !== undefined && (
        <>
          <h3>A common mistake</h3>
          <p className="say">
            <LinkedWords text={brief.commonMistake} before={[brief.whatYouLearn ?? '']} />
          </p>
        </>
      )}
      {brief.correction !== undefined && (
        <>
          <h3>What holds today</h3>
          <p className="say">
            <LinkedWords text={brief.correction} before={[brief.whatYouLearn ?? '', brief.commonMistake ?? '']} />
          </p>
        </>
      )}
      {brief.notes !== undefined && (
        <>
          <h3>Notes for the teacher</h3>
          <p className="after-notes">{brief.notes}</p>
        </>
      )}
      {facts.length > 0 && <h3>Facts</h3>}
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            {fact.text}
            <small>
              {fact.id}
              {fact.from === 'derived' && ', worked out from the facts'}
              {fact.from === 'ours' && ', our assumption'}
              {fact.sources.map((source, i) => (
                <span key={source.title}>
                  {i === 0 ? ': ' : '; '}
                  {source.address === undefined ? (
                    source.title
                  ) : (
                    <a href={source.address} target="_blank" rel="noreferrer">
                      {source.title}
                    </a>
                  )}
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}
