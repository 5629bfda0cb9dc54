import { LIMITS, type Limit } from '../aws/index.ts'
import { formatQuantity } from '../scenario/index.ts'
import { Popover } from '../ui/Popover.tsx'
import './sourceMark.css'

/** A small mark at a number that is not ours to choose; it opens where the number comes from. */
export function SourceMark({ factId }: { factId: string }) {
  const limit: Limit | undefined = LIMITS[factId as keyof typeof LIMITS]
  if (limit === undefined) return null
  return (
    <Popover
      className="source-mark"
      label={`${limit.kind === 'assumption' ? 'ours' : 'AWS'}: where ${limit.name} comes from`}
      button={limit.kind === 'assumption' ? 'ours' : 'AWS'}
    >
      {() => <SourceText limit={limit} />}
    </Popover>
  )
}

function SourceText({ limit }: { limit: Limit }) {
  const whose =
    limit.kind === 'assumption' ? 'Our assumption' : limit.kind === 'default' ? "AWS's default" : "AWS's limit"
  return (
    <div className="source-text">
      <h3>{limit.name}</h3>
      <p>
        {whose}: <b>{formatQuantity(limit.value, limit.unit)}</b>
      </p>
      {limit.note !== undefined && <p>{limit.note}</p>}
      <p className="source-where">
        {limit.id},{' '}
        {limit.sourceAddress === undefined ? (
          limit.sourceTitle
        ) : (
          <a href={limit.sourceAddress} target="_blank" rel="noreferrer">
            {limit.sourceTitle}
          </a>
        )}
        , read {limit.checkedOn}
      </p>
    </div>
  )
}
