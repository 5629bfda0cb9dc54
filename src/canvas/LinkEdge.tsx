import { viewStore } from '../state/index.ts'
import type { PlacedStream } from './geometry.ts'
import { later } from './later.tsx'
import { busX, railLine, railY, refusedLine } from './linkLines.ts'
import { PAINT_LETTERS } from './measures.ts'
import { rate } from './readouts.ts'
import type { Ribbon } from './ribbons.ts'
import { useFlow, useScene } from './sceneContext.ts'
import { linePath } from './ways.ts'

export type LinkEnds = { source: string; target: string; selected?: boolean | undefined }

/** One link of the document, drawn as what it carries: ribbons, an arrow, rails or a bracket. */
export function LinkEdge({ source, target, selected }: LinkEnds) {
  const { scene } = useScene()
  const isBoxed = scene.plain.has(source) || scene.plain.has(target)
  const stream = isBoxed ? undefined : scene.streams.get(target)
  if (stream) return <Ribbons stream={stream} producer={source} selected={selected ?? false} />
  const readStream = isBoxed ? undefined : scene.streams.get(source)
  if (readStream) return <Rails stream={readStream} reader={target} selected={selected ?? false} />
  return <OtherLink source={source} target={target} selected={selected ?? false} />
}

/** Links of queues and of kinds that are boxes. */
const OtherLink = later(() => import('./OtherLink.tsx'))

const paintColour = (paint: number) => {
  const letter = PAINT_LETTERS[paint]
  return letter === undefined ? 'var(--k-other)' : `var(--k${letter})`
}

function Ribbons({ stream, producer, selected }: { stream: PlacedStream; producer: string; selected: boolean }) {
  const { scene, reduced } = useScene()
  const { ribbons, refused } = useFlow()
  const all = ribbons.get(stream.node.id)?.ribbons ?? []
  // The stretch inside the stream belongs to no single producer; the first one draws it.
  const first =
    [...scene.producers.values()].find((part) =>
      part.geometry.buffers.some((buffer) => buffer.target === stream.node.id),
    )?.node.id === producer
  const own = all.filter((ribbon) => ribbon.key.startsWith(`${producer}.`) || (first && ribbon.key.startsWith('out.')))
  const shards = stream.geometry.shards.map(({ shard }) => ({
    shard,
    perSecond: refused.get(`${producer}>${stream.node.id}>${shard}`) ?? 0,
  }))
  const refuses = shards.some(({ perSecond }) => perSecond > 0)
  return (
    <g>
      {own.map((ribbon) => (
        <g key={ribbon.key}>
          {ribbon.shape === null ? (
            <path
              d={ribbon.d}
              className="ribbon"
              style={{ stroke: paintColour(ribbon.paint), strokeWidth: ribbon.width }}
            />
          ) : (
            <path d={ribbon.shape} className="ribbon-shape" style={{ fill: paintColour(ribbon.paint) }} />
          )}
          <path d={ribbon.d} className={selected ? 'link-hit is-selected' : 'link-hit'} />
        </g>
      ))}
      {reduced && chevrons(own).map((ribbon) => <Chevron key={ribbon.key} ribbon={ribbon} says={!refuses} />)}
      {shards.map(
        ({ shard, perSecond }) =>
          perSecond > 0 && (
            <WayBack
              key={shard}
              points={refusedLine(scene, stream, producer, shard)}
              perSecond={perSecond}
              onAsk={() => viewStore.getState().askWhy(stream.node.id)}
            />
          ),
      )}
    </g>
  )
}

const WIDE_ENOUGH = 5

/** Wide ribbons have one each; a bundle of thin ones has one for all, with the sum. */
function chevrons(ribbons: readonly Ribbon[]): Ribbon[] {
  const moving = ribbons.filter((ribbon) => ribbon.rate > 0)
  const wide = moving.filter((ribbon) => ribbon.width > WIDE_ENOUGH)
  const middle = moving[Math.floor(moving.length / 2)]
  if (wide.length > 0 || middle === undefined) return wide
  return [{ ...middle, rate: moving.reduce((sum, ribbon) => sum + ribbon.rate, 0) }]
}

/** Direction without movement, and the rate; where records are refused, their rate has that room. */
function Chevron({ ribbon, says }: { ribbon: Ribbon; says: boolean }) {
  const size = Math.max(4, Math.min(6, ribbon.width * 0.4))
  const { x, y, angle } = ribbon.middle
  return (
    <g>
      <path
        transform={`translate(${x} ${y}) rotate(${angle})`}
        d={`M${-size * 0.6} ${-size}L${size * 0.6} 0L${-size * 0.6} ${size}`}
        className="chevron"
        style={{ stroke: paintColour(ribbon.paint) }}
      />
      {says && (
        <text x={x} y={y - ribbon.width / 2 - 7} textAnchor="middle" className="t-tick halo">
          {rate(ribbon.rate)}/s
        </text>
      )}
    </g>
  )
}

type WayBackProps = { points: readonly { x: number; y: number }[]; perSecond: number; onAsk: () => void }

/** The way of refused records back to their producer; a click on it asks why. */
function WayBack({ points, perSecond, onAsk }: WayBackProps) {
  const [start, corner, , end] = points
  if (!start || !corner || !end) return null
  const d = linePath(points)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the inspector has a button for the same
    <g
      className="asks-why"
      onClick={(event) => {
        event.stopPropagation()
        onAsk()
      }}
    >
      <path d={d} className="way-back-halo" />
      <path d={d} className="way-back" />
      <path d={`M${end.x - 1} ${end.y}l7 -3.600v7.200z`} className="fill-stop" />
      <text x={corner.x + 8} y={corner.y - 6} className="t-tick stop strong halo">
        {rate(perSecond)}/s
      </text>
    </g>
  )
}

function Rails({ stream, reader, selected }: { stream: PlacedStream; reader: string; selected: boolean }) {
  const { scene, inks } = useScene()
  const ink = inks.get(reader)
  const part = scene.applications.get(reader)
  const index = stream.readers.indexOf(reader)
  if (!part || !ink || index < 0) return null
  const isPushed = !stream.pollers.includes(reader)
  const x = busX(stream, index)
  const right = stream.x + stream.geometry.width
  const port = { x: part.x, y: part.y + part.geometry.portY }
  const ys = stream.geometry.shards.map((row) => stream.y + railY(row, index))
  const top = Math.min(port.y, ...ys)
  const bottom = Math.max(port.y, ...ys)
  const style = { stroke: ink.colour, strokeDasharray: ink.dash || undefined }
  return (
    <g>
      {ys.map((y) => (
        <g key={y}>
          <path d={`M${right} ${y}H${x}`} className={isPushed ? 'rail is-pushed' : 'rail'} style={style} />
          {isPushed && <path d={`M${right} ${y}H${x}`} className="rail-core" />}
          <circle cx={x} cy={y} r={2.2} style={{ fill: ink.colour }} />
        </g>
      ))}
      <path d={`M${x} ${top}V${bottom}M${x} ${port.y}H${port.x - 4}`} className="bus" style={style} />
      <path d={`M${port.x} ${port.y}l-6 -3.200v6.400z`} style={{ fill: ink.colour }} />
      <path
        d={linePath(railLine(scene, stream, reader, 0).slice(1))}
        className={selected ? 'link-hit is-selected' : 'link-hit'}
      />
    </g>
  )
}
