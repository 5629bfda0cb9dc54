import { type ReactNode, useEffect, useRef } from 'react'
import type { NodeKind } from '../scenario/scenario.ts'
import { useView } from '../state/index.ts'
import { useKafkaWord } from './kafkaWord.ts'
import { useRoving } from './roving.ts'
import { useScene } from './sceneContext.ts'
import { useStageHost } from './stageHost.ts'

type Port = { side: 'in' | 'out'; y: number; connected: boolean; x?: number }
type Props = {
  id: string
  of: NodeKind
  width: number
  height: number
  words: string
  ports: readonly Port[]
  children: ReactNode
}

/**
 * What all nodes share: the focusable box with its name and state in words, the ports, and the corner
 * brackets of the selected one. The drawing itself is inside the svg.
 */
export function NodeShell({ id, of, width, height, words, ports, children }: Props) {
  const selected = useView((view) => view.selectedId === id || view.alsoSelected.includes(id))
  const { tabIndex, onKeyDown, onFocus } = useRoving(id)
  const { Port } = useStageHost()
  const shift = useScene().scene.shifts.get(id) ?? 0
  const box = useRef<HTMLDivElement>(null)
  const kafka = useKafkaWord(of)
  const label = kafka === null ? words : `${words}, in Kafka: ${kafka.kafka}`
  // Set by hand: the words change four times a second and the drawing inside need not follow.
  useEffect(() => box.current?.setAttribute('aria-label', label), [label])
  return (
    <div
      ref={box}
      className="stage-node"
      style={{ width, height, ...(shift > 0 ? { transform: `translateY(${shift}px)` } : {}) }}
      role="button"
      aria-pressed={selected}
      tabIndex={tabIndex}
      data-node={id}
      title={kafka === null ? undefined : `Unlike in Kafka: ${kafka.breaks}`}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <svg width={width} height={height} aria-hidden="true" className="stage-drawing">
        {children}
        {kafka !== null && (
          <text x={0} y={KAFKA_Y} className="t-kafka">
            Kafka: {kafka.caption ?? kafka.kafka}
          </text>
        )}
      </svg>
      {selected && <Brackets width={width} height={height} />}
      {ports.map((port) => (
        <Port key={port.side} side={port.side} connected={port.connected} x={port.x} y={port.y} />
      ))}
    </div>
  )
}

/** Above the name, so that it makes no caption longer than its node. */
const KAFKA_Y = -3

const ARM = 14

function Brackets({ width, height }: { width: number; height: number }) {
  const corner = (x: number, y: number, dx: number, dy: number) => `M${x + dx * ARM} ${y}H${x}V${y + dy * ARM}`
  const right = width + 7
  const bottom = height + 3
  return (
    <svg className="stage-brackets" width={width} height={height} aria-hidden="true">
      <path
        d={`${corner(-7, -3, 1, 1)}${corner(right, -3, -1, 1)}${corner(-7, bottom, 1, -1)}${corner(right, bottom, -1, -1)}`}
      />
    </svg>
  )
}

/** The name above a node's box, what it is, and the mark of limits that are not AWS's. */
export function NodeName({
  name,
  kind,
  notAws,
  colour,
  indent = 0,
}: {
  name: string
  kind?: string | undefined
  notAws: boolean
  colour?: string
  indent?: number
}) {
  return (
    <text x={indent} y={14} className="t-name" style={colour === undefined ? undefined : { fill: colour }}>
      {name}
      {kind !== undefined && (
        <tspan className="t-lab" dx={9} fontWeight={400}>
          {kind}
        </tspan>
      )}
      {notAws && (
        <tspan className="t-not-aws" dx={8}>
          not AWS
        </tspan>
      )}
    </text>
  )
}
