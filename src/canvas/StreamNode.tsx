import { isOnDemand, modeText } from '../scenario/streamMode.ts'
import { useGauges } from '../state/index.ts'
import { AgeAxis } from './AgeAxis.tsx'
import { isPushed, type PlacedStream } from './geometry.ts'
import { HashRuler } from './HashRuler.tsx'
import { later } from './later.tsx'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import { RailLabel } from './RailLabel.tsx'
import { PushGate, ReadGate } from './ReadGate.tsx'
import { count, duration, plural, rate } from './readouts.ts'
import { ShardTitle } from './ShardTitle.tsx'
import { useScene } from './sceneContext.ts'
import { Ceiling, TapeFrame } from './TapeFrame.tsx'
import { unitName } from './tapeUnit.ts'
import { GateNotes, WriteGate } from './WriteGate.tsx'

const OnDemandMarks = later(() => import('./kinds/OnDemandMarks.tsx'))

export function StreamNode({ id }: { id: string }) {
  const stream = useScene().scene.streams.get(id)
  return stream ? <Stream stream={stream} /> : null
}

function Stream({ stream }: { stream: PlacedStream }) {
  const { scenario, inks } = useScene()
  const { node, geometry, readers, shown } = stream
  const open = shown.filter(({ closed }) => !closed).length
  const isWritten = scenario.links.some((link) => link.to === node.id)
  const consumers = scenario.nodes.filter(isPushed).filter(({ id }) => readers.includes(id))
  const names = new Map(scenario.nodes.map((entry) => [entry.id, entry.name]))
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={geometry.width}
      height={geometry.height}
      words={useStreamWords(stream)}
      ports={[
        { side: 'in', y: geometry.portY, connected: isWritten, x: 0 },
        { side: 'out', y: geometry.portY, connected: readers.length > 0 },
      ]}
    >
      <NodeName
        name={node.name}
        kind={`Kinesis, ${modeText(node)}, ${plural(open, 'shard', 'shards')}`}
        notAws={differsFromAws(node, scenario)}
      />
      <rect
        x={0.5}
        y={geometry.frame.y + 0.5}
        width={geometry.width - 1}
        height={geometry.frame.height - 1}
        className="frame"
      />
      <HashRuler stream={stream} />
      {isOnDemand(node) && <OnDemandMarks stream={stream} />}
      {geometry.shards.map((row, place) => (
        <g key={row.shard}>
          {place > 0 && (
            <line
              x1={geometry.ruler ? geometry.ruler.x - 4 : geometry.gateX}
              x2={geometry.width - 8}
              y1={row.top}
              y2={row.top}
              className="hair"
            />
          )}
          <TapeFrame stream={stream} shard={row.shard} row={row} />
          {!row.folded && <Ceiling stream={stream} shard={row.shard} row={row} />}
          <ShardTitle stream={stream} shard={row.shard} row={row} />
          {!row.folded && <WriteGate stream={stream} shard={row.shard} row={row} />}
          {row.rails.map((y, index) => {
            const reader = readers[index] ?? ''
            return (
              <RailLabel
                key={reader}
                stream={stream}
                shard={row.shard}
                reader={reader}
                name={names.get(reader) ?? ''}
                ink={inks.get(reader)}
                y={y}
              />
            )
          })}
          {!row.folded && stream.pollers.length > 0 && <ReadGate stream={stream} shard={row.shard} row={row} />}
          {consumers.map((reader) => {
            const y = row.rails[readers.indexOf(reader.id)]
            return y === undefined ? null : (
              <PushGate key={reader.id} stream={stream} reader={reader} shard={row.shard} y={y} />
            )
          })}
          {row.noteY !== null && <GateNotes stream={stream} row={row} y={row.noteY} readers={stream.pollers.length} />}
        </g>
      ))}
      <AgeAxis stream={stream} />
      <Foot stream={stream} />
    </NodeShell>
  )
}

function Foot({ stream }: { stream: PlacedStream }) {
  const { links } = useScene().scenario
  const { node, geometry, columnPerDot, unitSeconds } = stream
  const what = geometry.bead
    ? '1 bead = 1 record, newest at the left'
    : `1 dot = ${count(columnPerDot)} records, 1 column = ${unitName(unitSeconds)}, newest at the left`
  return (
    <g>
      {!geometry.bead && <circle cx={geometry.tapeX + 3} cy={geometry.footY - 4} r={2.3} className="fill-ink-2" />}
      <text x={geometry.tapeX + (geometry.bead ? 0 : 12)} y={geometry.footY} className="t-tick">
        {what}
        {!links.some((link) => link.from === node.id) && '. Nobody reads: records age and expire.'}
      </text>
    </g>
  )
}

function useStreamWords(stream: PlacedStream): string {
  const { node, shown } = stream
  const open = shown.filter(({ closed }) => !closed).length
  const { stored, refused } = useGauges((g) => ({
    stored: g.rate(node.id, 'storedTotal'),
    refused: g.rate(node.id, 'refusedTotal'),
  }))
  const refusing = refused > 0 ? `, ${rate(refused)} refused a second` : ''
  return `${node.name}, Kinesis stream, ${plural(open, 'shard', 'shards')}, ${rate(stored)} records stored a second${refusing}, kept ${duration(node.retentionHours * 3600)}`
}
