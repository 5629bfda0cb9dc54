import { isPlain, KIND_WORDS, type PlainNode as PlainData, type Reading } from '../scenario/kindWords.ts'
import { type GaugeReader, useGauges } from '../state/index.ts'
import { readingText } from '../ui/readingText.ts'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import { PLAIN_ROW, PLAIN_ROWS_TOP, plainGeometry } from './plainGeometry.ts'
import { useScene } from './sceneContext.ts'

const amount = (reader: GaugeReader, id: string, { gauge, as }: Reading) =>
  as === 'rate' ? reader.rate(id, gauge) : reader.value(id, gauge)

/** A node of a kind that is drawn as a box with its numbers. */
export function PlainNode({ id }: { id: string }) {
  const { scenario } = useScene()
  const node = scenario.nodes.find((one) => one.id === id)
  return node && isPlain(node) ? <Plain node={node} /> : null
}

function Plain({ node }: { node: PlainData }) {
  const { scenario } = useScene()
  const { main, readings } = KIND_WORDS[node.kind]
  const { width, height, box, portY } = plainGeometry(node)
  const numbers = useGauges((reader) => readings.map((reading) => amount(reader, node.id, reading)))
  const known = useGauges((reader) => amount(reader, node.id, main))
  const text = readingText(known, main.as)
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={width}
      height={height}
      words={`${node.name}, ${node.kind}, ${text} ${main.label}`}
      ports={[
        { side: 'in', y: portY, connected: scenario.links.some((link) => link.to === node.id), x: 0 },
        { side: 'out', y: portY, connected: scenario.links.some((link) => link.from === node.id), x: width },
      ]}
    >
      <NodeName name={node.name} notAws={differsFromAws(node, scenario)} />
      <rect x={box.x + 0.6} y={box.y + 0.6} width={box.width - 1.2} height={box.height - 1.2} rx={3} className="node" />
      <text x={10} y={box.y + 22} className="t-ui">
        <tspan className="strong">{text}</tspan>
        <tspan className="t-tick"> {main.label}</tspan>
      </text>
      {readings.map((reading, i) => {
        const trouble = reading.isTrouble === true && (numbers[i] ?? 0) > 0
        const y = PLAIN_ROWS_TOP + i * PLAIN_ROW
        return (
          <g key={reading.gauge}>
            <text x={10} y={y} className="t-lab">
              {reading.label}
            </text>
            <text x={width - 10} y={y} textAnchor="end" className={trouble ? 't-tick stop strong' : 't-tick'}>
              {readingText(numbers[i] ?? 0, reading.as)}
            </text>
          </g>
        )
      })}
    </NodeShell>
  )
}
