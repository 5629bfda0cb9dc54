import { useState } from 'react'
import { asLimitId, type Described, type LimitId, limitFor, numbersOf } from '../aws/index.ts'
import { formatQuantity, type Where } from '../scenario/index.ts'
import { Popover } from '../ui/Popover.tsx'
import './sourceMark.css'

/** What is known of a row's words: nothing yet, all, or that they did not arrive. */
type Words = Described | 'loading' | 'lost'

type SourceMarkProps = {
  factId: string
  /** Which number it stands beside. */
  of: string
  where: Where
}

/** A small mark at a number that is not ours to choose; it opens where the number comes from. */
export function SourceMark({ factId, of, where }: SourceMarkProps) {
  const [words, setWords] = useState<Words>('loading')
  const id = asLimitId(factId)
  if (id === null) return null
  const whose = numbersOf(id).kind === 'assumption' ? 'ours' : 'AWS'
  const load = () => {
    if (typeof words === 'object') return
    import('../aws/words.ts').then(
      ({ WORDS }) => setWords(WORDS[id]),
      () => setWords('lost'),
    )
  }
  return (
    <Popover className="source-mark" label={`${whose}: where ${of} comes from`} button={whose} onOpen={load}>
      {() => <SourceText id={id} words={words} where={where} />}
    </Popover>
  )
}

function SourceText({ id, words, where }: { id: LimitId; words: Words; where: Where }) {
  const { kind } = numbersOf(id)
  const found = limitFor(id, where)
  const whose = kind === 'assumption' ? 'Our assumption' : kind === 'default' ? "AWS's default" : "AWS's limit"
  return (
    <div className="source-text">
      <h3>{typeof words === 'object' ? words.name : id}</h3>
      <p>
        {whose}: <b>{found.ok ? formatQuantity(found.value, found.unit) : found.message}</b>
      </p>
      {typeof words === 'object' && <ReadAt row={words} />}
      {words === 'lost' && <p>The source did not load; close this and open it again.</p>}
    </div>
  )
}

function ReadAt({ row }: { row: Described }) {
  return (
    <>
      {row.note !== undefined && <p>{row.note}</p>}
      <p className="source-where">
        {row.id},{' '}
        {row.sourceAddress === undefined ? (
          row.sourceTitle
        ) : (
          <a href={row.sourceAddress} target="_blank" rel="noreferrer">
            {row.sourceTitle}
          </a>
        )}
        , read {row.checkedOn}
      </p>
    </>
  )
}
