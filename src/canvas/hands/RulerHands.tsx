import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import type { PlacedStream } from '../geometry.ts'
import { percent } from '../readouts.ts'
import { useIsCurrent } from '../roving.ts'
import type { ShownShard } from '../shownShards.ts'
import type { ShardRow } from '../streamGeometry.ts'
import { cutAfterKey, cutShare, isPulledAway, startingHashKey } from './cut.ts'
import { dragged } from './dragged.ts'
import { useHand } from './useHand.ts'

/** The hash ruler can be cut inside a shard's stretch, and two stretches are joined by pulling their border away. */
export function RulerHands({ stream }: { stream: PlacedStream }) {
  const { does, refusal } = useHand(stream.node.id)
  const { ruler, shards } = stream.geometry
  if (ruler === null) return null
  const open = shards.filter((row) => !row.closed)
  return (
    <>
      {open.map((row) => (
        <CutHand
          key={row.shard}
          stream={stream}
          row={row}
          cut={(key) => does({ action: 'splitShard', shard: row.shard, startingHashKey: key })}
        />
      ))}
      {open.slice(1).map((row, above) => (
        <BorderHand
          key={row.shard}
          stream={stream}
          above={open[above]?.shard ?? 0}
          below={row.shard}
          y={row.top}
          join={() => does({ action: 'mergeShards', shard: open[above]?.shard ?? 0, adjacent: row.shard })}
        />
      ))}
      {refusal !== null && (
        <p
          className="hand-label"
          style={{ left: stream.x + ruler.x + 24, top: stream.y + ruler.top + 4 }}
          role="status"
        >
          {refusal}
        </p>
      )}
    </>
  )
}

type CutProps = { stream: PlacedStream; row: ShardRow; cut: (startingHashKey: string) => void }

function CutHand({ stream, row, cut }: CutProps) {
  const tabIndex = useIsCurrent(stream.node.id) ? 0 : -1
  const [share, setShare] = useState<number | null>(null)
  const [focused, setFocused] = useState(false)
  /** A finger that slid has cut where it was lifted; a click may follow and is not another cut. */
  const slid = useRef(false)
  const { ruler } = stream.geometry
  const range = stream.shown.find(({ shard }) => shard === row.shard)
  if (ruler === null || range === undefined) return null
  const height = row.bottom - row.top
  const at = share ?? 0.5
  const shareUnder = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return cutShare(((event.clientY - box.top) / box.height) * height, 0, height)
  }
  const take = (where: number) => {
    setShare(null)
    cut(startingHashKey(range.from, range.to, where))
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = cutAfterKey(event.key, at)
    if (next !== null) setShare(next)
    else if (event.key === 'Enter' || event.key === ' ') take(at)
    else if (event.key === 'Escape' && share !== null) setShare(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const x = stream.x + ruler.x
  const y = stream.y + row.top
  return (
    <>
      <div
        className="hand-ruler"
        style={{ left: x, top: y, width: ruler.width, height }}
        role="slider"
        tabIndex={tabIndex}
        aria-label={`Cut shard ${row.shard + 1} of ${stream.node.name}`}
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={99}
        aria-valuenow={Math.round(at * 100)}
        aria-valuetext={cutWords(range, at)}
        onPointerDown={() => {
          slid.current = false
        }}
        onPointerMove={(event) => setShare(shareUnder(event))}
        onPointerUp={(event) => {
          slid.current = event.pointerType === 'touch' && share !== null
          if (slid.current) take(shareUnder(event))
        }}
        onPointerLeave={() => setShare(null)}
        onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => {
          setFocused(false)
          setShare(null)
        }}
        onClick={(event) => {
          if (!slid.current) take(shareUnder(event))
        }}
        onKeyDown={onKeyDown}
      />
      {(share !== null || focused) && (
        <>
          <div className="hand-cut" style={{ left: x - 8, top: y + at * height, width: ruler.width + 16 }} />
          <p className="hand-label" style={{ left: x + ruler.width + 12, top: y + at * height - 11 }}>
            Cut shard {row.shard + 1}: {cutWords(range, at)}
          </p>
        </>
      )}
    </>
  )
}

const cutWords = ({ from, to }: ShownShard, at: number): string =>
  `${percent(at)} and ${percent(1 - at)} of its hash keys, at ${hex(from + (to - from) * at)}…`

/** The first digits of a hash key, as the shards write their ranges. */
const hex = (share: number) =>
  Math.floor(share * 65_536)
    .toString(16)
    .padStart(4, '0')

type BorderProps = { stream: PlacedStream; above: number; below: number; y: number; join: () => void }

function BorderHand({ stream, above, below, y, join }: BorderProps) {
  const tabIndex = useIsCurrent(stream.node.id) ? 0 : -1
  const [pull, setPull] = useState<number | null>(null)
  const [shown, setShown] = useState(false)
  const { ruler } = stream.geometry
  if (ruler === null) return null
  const x = stream.x + ruler.x
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    let last = 0
    dragged(event, {
      moves: (dx) => {
        last = dx
        setPull(dx)
      },
      ends: () => {
        setPull(null)
        if (isPulledAway(last)) join()
      },
      stops: () => setPull(null),
    })
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!['Delete', 'Backspace', 'm', 'Enter', ' '].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    join()
  }
  const isGone = pull !== null && isPulledAway(pull)
  return (
    <>
      <button
        type="button"
        className="hand-border"
        style={{ left: x - 5 + (pull ?? 0), top: stream.y + y - 13, width: ruler.width + 10 }}
        tabIndex={tabIndex}
        aria-label={`Join shards ${above + 1} and ${below + 1} of ${stream.node.name}`}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onPointerEnter={() => setShown(true)}
        onPointerLeave={() => setShown(false)}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
      />
      {(shown || pull !== null) && (
        <p className="hand-label" style={{ left: x + ruler.width + 12, top: stream.y + y - 11 }}>
          {isGone ? 'Let go to join' : 'Pull away to join'} shards {above + 1} and {below + 1}
        </p>
      )}
    </>
  )
}
