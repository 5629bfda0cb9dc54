import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { ApplicationNode } from '../../scenario/scenario.ts'
import { act, type GaugeReader, playheadMicros, useGauges } from '../../state/index.ts'
import { axisTimeText } from '../../ui/clockText.ts'
import { caretOffset } from '../carets.ts'
import type { PlacedStream } from '../geometry.ts'
import { plural } from '../readouts.ts'
import { useIsCurrent } from '../roving.ts'
import type { ShardRow } from '../streamGeometry.ts'
import { type Aim, aimAfterKey, aimAt, aimOffset, goToStep, readAgain, type Tape } from './aim.ts'
import { dragged } from './dragged.ts'
import { useStoredBefore } from './useStoredBefore.ts'

type Props = { stream: PlacedStream; row: ShardRow; reader: ApplicationNode; rail: number; colour: string }

/** A caret that can be dragged along its tape, or moved by arrows and set down with Enter. */
export function CaretHand({ stream, row, reader, rail, colour }: Props) {
  const { node, geometry, unitSeconds } = stream
  const { shard } = row
  const isCurrent = useIsCurrent(node.id)
  const [aim, setAim] = useState<Aim | null>(null)
  const [byFinger, setByFinger] = useState(false)
  const storedBefore = useStoredBefore(node.id, aim?.to === 'moment' ? aim.atMicros : null)
  const places = useGauges((g) => placesIn(g, stream, reader.id, shard, unitSeconds))
  const counts = useGauges((g) => JSON.stringify(aim === null ? [] : countsOf(g, node.id, reader.id)))
  const tape: Tape = { bead: geometry.bead, length: geometry.tearX - geometry.tapeX, unitSeconds, ...places }
  const newest = useRef(tape)
  newest.current = tape
  const own = ownPlace(tape, places)
  const held = useRef<Aim | null>(null)
  const point = (next: Aim | null) => {
    held.current = next
    setAim(next)
  }

  function setDown() {
    const to = held.current
    point(null)
    if (to !== null) act(reader.id, goToStep(to, shard, playheadMicros()))
  }
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const from = places.offset
    setByFinger(event.pointerType === 'touch')
    dragged(event, {
      moves: (dx) => point(aimAt(from + dx, newest.current)),
      ends: setDown,
      stops: () => point(null),
    })
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key } = event
    const next = aimAfterKey(key, held.current ?? own, tape)
    if (next !== null) point(next)
    else if ((key === 'Enter' || key === ' ') && held.current !== null) setDown()
    else if (key === 'Escape' && held.current !== null) point(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (!places.here) return null
  const shown = aim ?? own
  const words = aimWords(shown, shard)
  const left = stream.x + geometry.tapeX + (aim === null ? places.offset : aimOffset(aim, tape))
  const told = readAgain(shown, JSON.parse(counts), shard, storedBefore)
  const y = stream.y + rail
  return (
    <>
      <div
        className="hand-caret"
        style={{ left: left - 8, top: y - 12 }}
        role="slider"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`Caret of ${reader.name} in shard ${shard + 1}`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.round(tape.length)}
        aria-valuenow={Math.round(aim === null ? places.offset : aimOffset(aim, tape))}
        aria-valuetext={words}
        title="Drag to set it back or ahead"
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onBlur={() => point(null)}
      />
      {aim !== null && (
        <>
          <svg
            className="hand-ghost"
            style={{ left: left - 1, top: stream.y + row.tapeTop, color: colour }}
            aria-hidden="true"
          >
            <path d={`M1 0V${rail - row.tapeTop + 5}M1 ${rail - row.tapeTop}l9 -5.500v11Z`} />
          </svg>
          <p
            className="hand-label"
            // Below a finger it could not be read.
            style={{ left: left + 14, top: byFinger ? stream.y + row.tapeTop - 46 : y + 9 }}
            role="status"
          >
            <b>{reader.name}</b> goes to {words}
            {tape.bead && aim.to === 'record' ? '' : stream.shown.length > 1 ? ', in every shard' : ''}
            <br />
            {told === null ? '…' : againText(told)}
          </p>
        </>
      )}
    </>
  )
}

function aimWords(aim: Aim, shard: number): string {
  if (aim.to === 'LATEST') return 'the newest record'
  if (aim.to === 'TRIM_HORIZON') return 'the oldest record left'
  return aim.to === 'record' ? `record ${aim.record + 1} of shard ${shard + 1}` : axisTimeText(aim.atMicros / 1e6)
}

function againText({ again, skipped }: { again: number; skipped: number }): string {
  const parts = [
    ...(again > 0 ? [`${plural(again, 'record is', 'records are')} read again`] : []),
    ...(skipped > 0 ? [`${plural(skipped, 'record is', 'records are')} never read`] : []),
  ]
  return parts.join(', ') || 'nothing is read again'
}

type Places = ReturnType<typeof placesIn>

function placesIn(
  g: GaugeReader,
  { node, geometry }: PlacedStream,
  reader: string,
  shard: number,
  unitSeconds: number,
) {
  const tip = g.value(node.id, 'tipIndex', shard)
  const caret = g.value(reader, 'caretIndex', shard)
  const caretAt = g.value(reader, 'caretAtMicros', shard)
  const age = Math.max(0, g.nowMicros - caretAt) / 1e6
  const offset = caretOffset(geometry.bead, Math.max(0, tip - caret), age, unitSeconds)
  return {
    ...{ tip, caret, caretAt, nowMicros: g.nowMicros },
    // Before an application has come, and in a child whose parents are not read yet, it has no place that could be moved.
    here: g.rows(reader) > shard && g.value(reader, 'leaseState', shard) > 0,
    trim: g.value(node.id, 'trimIndex', shard),
    trimAtMicros: g.value(node.id, 'trimAtMicros', shard),
    offset: Math.min(geometry.tearX - geometry.tapeX, offset),
  }
}

/** Where the caret stands, as an aim: keys go on from there. */
const ownPlace = ({ bead }: Tape, { caret, caretAt, tip }: Places): Aim =>
  caret >= tip ? { to: 'LATEST' } : bead ? { to: 'record', record: caret } : { to: 'moment', atMicros: caretAt }

const countsOf = (g: GaugeReader, stream: string, reader: string) =>
  Array.from({ length: g.rows(stream) }, (_, shard) => ({
    ...{ shard, caret: g.value(reader, 'caretIndex', shard), tip: g.value(stream, 'tipIndex', shard) },
    trim: g.value(stream, 'trimIndex', shard),
  })).filter(({ tip }) => tip > 0)
