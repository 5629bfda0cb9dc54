import type { ProducerNode as ProducerData } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import type { Placed } from './geometry.ts'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import { type ProducerGeometry, type SendBuffer, slotAt } from './producerGeometry.ts'
import { count, percent, rate } from './readouts.ts'
import { useScene } from './sceneContext.ts'

export function ProducerNode({ id }: { id: string }) {
  const part = useScene().scene.producers.get(id)
  return part ? <Producer part={part} /> : null
}

function Producer({ part }: { part: Placed<ProducerData, ProducerGeometry> }) {
  const { node, geometry } = part
  const { scenario } = useScene()
  const { perSecond, lost, held } = useGauges((g) => ({
    // Until the run is there, the rate that was set.
    perSecond: g.rows(node.id) > 0 ? g.value(node.id, 'ratePerSecond') : node.rate,
    lost: totals(
      g.rows(node.id),
      (row) => g.value(node.id, 'droppedTotal', row) + g.value(node.id, 'givenUpTotal', row),
    ),
    held: totals(g.rows(node.id), (row) => g.value(node.id, 'held', row)),
  }))
  const { box } = geometry
  const state = lost > 0 ? `, ${count(lost)} lost` : held > 0 ? `, ${count(held)} held back at the source` : ''
  const connected = geometry.buffers.length > 0
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={geometry.width}
      height={geometry.height}
      words={`${node.name}, producer, ${rate(perSecond)} records a second${state}`}
      ports={[{ side: 'out', y: geometry.buffers[0]?.outY ?? box.y + 27, connected }]}
    >
      <NodeName name={node.name} notAws={differsFromAws(node, scenario)} />
      <rect x={0.6} y={box.y + 0.6} width={box.width - 1.2} height={box.height - 1.2} rx={3} className="node" />
      <text x={9} y={box.y + 23} className="t-read">
        {rate(perSecond)}
        <tspan className="t-tick" dx={5} fontWeight={400}>
          {perSecond >= 10_000 ? 'rec/s' : 'records/s'}
        </tspan>
      </text>
      <RateScale y={box.y + 34} width={box.width - 18} perSecond={perSecond} max={scaleEnd(node)} />
      {geometry.buffers.map((buffer, index) => (
        <BufferFrame key={buffer.target} id={node.id} buffer={buffer} row={index} named={geometry.buffers.length > 1} />
      ))}
      {!connected && (
        <text x={9} y={box.y + box.height + 14} className="t-tick">
          not connected
        </text>
      )}
      {connected && (lost > 0 || held > 0) && (
        <text x={0} y={box.y + box.height + 14} className={lost > 0 ? 't-tick stop strong' : 't-tick strong'}>
          {lost > 0 ? `${count(lost)} lost` : `${count(held)} held back`}
        </text>
      )}
    </NodeShell>
  )
}

const totals = (rows: number, of: (row: number) => number) =>
  Array.from({ length: rows }, (_, row) => of(row)).reduce((a, b) => a + b, 0)

/** The rate as a length on a scale that says where it ends. */
function RateScale({ y, width, perSecond, max }: { y: number; width: number; perSecond: number; max: number }) {
  const length = Math.min(1, perSecond / max) * width
  return (
    <g transform={`translate(9 ${y})`}>
      <rect width={width} height={4} className="fill-sunk" />
      <rect width={length} height={4} className="fill-ink" />
      {[0, 0.5, 1].map((share) => (
        <line key={share} x1={share * width} x2={share * width} y1={share === 0.5 ? 4 : -1} y2={7} className="axis" />
      ))}
      <text y={17} className="t-tick">
        0
      </text>
      <text x={width} y={17} textAnchor="end" className="t-tick">
        {count(max)}
      </text>
    </g>
  )
}

/** End of the rate's scale: the next round number above twice the rate or the highest rate of the profile. */
function scaleEnd(node: ProducerData): number {
  const most = Math.max(
    node.rate * (node.profile === 'constant' || node.profile === 'onOff' ? 2 : Math.max(1, node.peakFactor)),
    1,
  )
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 5, 10].map((step) => step * power).find((end) => end >= most) ?? most
}

function BufferFrame({ id, buffer, row, named }: { id: string; buffer: SendBuffer; row: number; named: boolean }) {
  const target = useScene().scenario.nodes.find((node) => node.id === buffer.target)?.name ?? ''
  const { waiting, isFull } = useGauges((g) => {
    const value = g.value(id, 'notYetStored', row)
    return { waiting: value, isFull: g.value(id, 'held', row) > 0 || g.rate(id, 'droppedTotal', row) > 0 }
  })
  const share = waiting / Math.max(1, buffer.capacity)
  const { frame } = buffer
  return (
    <g>
      <text x={9} y={buffer.labelY} className="t-tick">
        {named ? `to ${shortened(target)}` : 'send buffer'}
      </text>
      <text
        x={frame.x + frame.width - 4}
        y={buffer.labelY}
        textAnchor="end"
        className={isFull ? 't-tick strong' : 't-tick'}
      >
        {waiting === 0
          ? named
            ? ''
            : 'empty'
          : share < 0.01 || buffer.perDot === 1
            ? count(waiting)
            : percent(Math.min(1, share))}
      </text>
      {buffer.folded ? (
        <>
          <rect x={frame.x + 4} y={frame.y} width={frame.width - 8} height={frame.height} className="fill-sunk" />
          <rect
            x={frame.x + 4}
            y={frame.y}
            width={(frame.width - 8) * Math.min(1, share)}
            height={frame.height}
            className="fill-ink-2"
          />
          <line
            x1={frame.x + frame.width - 4}
            x2={frame.x + frame.width - 4}
            y1={frame.y - 2}
            y2={frame.y + frame.height + 2}
            className="lim"
          />
        </>
      ) : (
        <>
          <rect
            x={frame.x + 0.5}
            y={frame.y + 0.5}
            width={frame.width - 1}
            height={frame.height - 1}
            className="buffer"
          />
          <path d={emptySlots(buffer)} className="slots" />
        </>
      )}
    </g>
  )
}

/** All slots as points of one path; dots of waiting records are drawn over them. */
function emptySlots(buffer: SendBuffer): string {
  let d = ''
  for (let i = 0; i < buffer.slots; i++) {
    const { x, y } = slotAt(buffer, i)
    d += `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}h0`
  }
  return d
}

const shortened = (name: string) => (name.length > 11 ? `${name.slice(0, 10)}…` : name)
