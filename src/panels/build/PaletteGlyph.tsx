import type { ReactNode } from 'react'
import type { NodeKind } from '../../scenario/scenario.ts'
import type { PaletteEntry } from './paletteKinds.ts'

// Each kind in its own form, 56 x 38: tape, bag, lanes, copies, leases, slots.

const BOX = <rect x={4} y={5} width={48} height={28} rx={3} className="glyph-box" />

type DotProps = { x: number; y: number; of: string; r?: number; open?: boolean }

function Dot({ x, y, of, r = 2.5, open = false }: DotProps) {
  const paint = `var(--k${of})`
  return open ? (
    <circle cx={x} cy={y} r={r} fill="none" stroke={paint} strokeDasharray="1.5 1.5" />
  ) : (
    <circle cx={x} cy={y} r={r} fill={paint} />
  )
}

const row = (count: number, step: number, x: number, y: number, paints: string, r = 2) =>
  Array.from({ length: count }, (_, i) => x + i * step).map((at, i) => (
    <Dot key={at} x={at} y={y} of={paints[i % paints.length] ?? 'A'} r={r} />
  ))

const GLYPHS: Readonly<Record<NodeKind, ReactNode>> = {
  producer: (
    <>
      {BOX}
      <path d="M9 15H47" className="glyph-scale" />
      <path d="M9 15H32" className="glyph-bar" />
      {row(7, 6, 11, 26, 'A', 1.8)}
    </>
  ),
  stream: (
    <>
      <rect x={2} y={8} width={52} height={20} className="glyph-store" />
      {row(8, 6, 6, 25, 'A')}
      {row(8, 6, 6, 19, 'B')}
      <path d="M2 8H54" className="glyph-line" />
      <path d="M26 8V33" className="glyph-reader" />
      <path d="M25.5 33l6 -3.500v7z" fill="var(--r2)" />
    </>
  ),
  queue: (
    <>
      <rect x={2} y={6} width={52} height={26} rx={12} className="glyph-bag" />
      <Dot x={12} y={16} of="A" r={3} />
      <Dot x={22} y={24} of="B" r={3} />
      <Dot x={30} y={14} of="D" r={3} />
      <Dot x={44} y={22} of="A" r={3} />
      <Dot x={36} y={25} of="A" r={3} open />
    </>
  ),
  fifoQueue: (
    <>
      <rect x={2} y={7} width={52} height={24} className="glyph-store" />
      <path d="M2 7H54M2 31H54" className="glyph-line" />
      <path d="M2 15H54M2 23H54" className="glyph-lane" />
      <path d="M42 7v8" className="glyph-gate" />
      <Dot x={48} y={11} of="A" open />
      <Dot x={36} y={11} of="A" />
      <Dot x={29} y={11} of="A" />
      <Dot x={49} y={19} of="B" />
      <Dot x={49} y={27} of="C" />
      <Dot x={42} y={27} of="C" />
    </>
  ),
  kinesisQueue: (
    <>
      <path d="M2 33H54M2 29H54" className="glyph-line" />
      {row(8, 6, 6, 31, 'AB', 1.6)}
      <rect x={6} y={3} width={44} height={19} rx={9} className="glyph-way" />
      <Dot x={15} y={12} of="A" r={3} />
      <Dot x={25} y={12} of="B" r={3} />
      <Dot x={41} y={12} of="A" r={3} open />
      <path d="M15 16V28M25 16V28" className="glyph-way" />
    </>
  ),
  topic: (
    <>
      <path d="M4 19H20M20 19C30 19 28 8 40 8H50M20 19H50M20 19C30 19 28 30 40 30H50" className="glyph-way" />
      <Dot x={11} y={19} of="A" r={3.2} />
      <Dot x={44} y={8} of="A" r={3.2} />
      <Dot x={44} y={19} of="A" r={3.2} />
      <Dot x={44} y={30} of="A" r={3.2} />
    </>
  ),
  monolith: (
    <>
      {BOX}
      <path d="M8 14H48" className="glyph-line" />
      {row(8, 5, 11, 29, 'ABCD', 1.8)}
      {row(8, 5, 11, 24, 'ACAB', 1.8)}
    </>
  ),
  application: (
    <>
      {BOX}
      {[9, 29].map((x) => (
        <g key={x}>
          <rect x={x} y={10} width={18} height={18} rx={2} className="glyph-place" />
          <rect x={x + 3} y={13} width={12} height={12} rx={1.5} className="glyph-lease" />
        </g>
      ))}
    </>
  ),
  pool: (
    <>
      {BOX}
      {[8, 22, 36].map((x, i) => (
        <g key={x}>
          <rect x={x} y={10} width={12} height={18} rx={2} className="glyph-place" />
          {i < 2 && <Dot x={x + 6} y={19} of={'AB'[i] ?? 'A'} r={3.5} />}
        </g>
      ))}
    </>
  ),
  lambda: (
    <>
      {BOX}
      <path d="M11 13h3l7 13h3M17 18l-6 8" className="glyph-way" />
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <rect
          key={i}
          x={30 + (i % 3) * 6.5}
          y={13 + Math.floor(i / 3) * 7}
          width={5}
          height={5}
          className={i < 4 ? 'glyph-running' : 'glyph-idle'}
        />
      ))}
    </>
  ),
  aggregator: (
    <>
      {BOX}
      {['A', 'B', 'C'].map((of, i) => (
        <g key={of}>
          <Dot x={12} y={12 + i * 7} of={of} r={2.4} />
          <path d={`M18 ${12 + i * 7}h${[26, 14, 20][i]}`} className="glyph-bar" />
        </g>
      ))}
    </>
  ),
  note: <path d="M8 8H40L48 16V30H8ZM40 8V16H48M14 17H34M14 23H40" className="glyph-way" />,
  // Dashed: you build this.
  archive: (
    <>
      <path d="M6 17H50M6 29H50" className="glyph-way" strokeDasharray="3 2" />
      {row(7, 6, 9, 13.5, 'ABAC')}
      {row(7, 6, 9, 25.5, 'CABA')}
    </>
  ),
  downstream: (
    <path
      d="M18 10c0 -5 20 -5 20 0v18c0 5 -20 5 -20 0zM18 10c0 5 20 5 20 0M18 19c0 5 20 5 20 0"
      className="glyph-way"
    />
  ),
}

const TRAY = (
  <>
    <path d="M6 10v18h44V10" className="glyph-bag" />
    <rect x={12} y={17} width={7} height={7} fill="var(--kA)" />
    <rect x={23} y={17} width={7} height={7} fill="var(--kC)" />
  </>
)

export function PaletteGlyph({ entry }: { entry: PaletteEntry }) {
  return (
    <svg width={50} height={34} viewBox="0 0 56 38" aria-hidden="true" className="glyph">
      {entry.named === undefined ? GLYPHS[entry.kind] : TRAY}
    </svg>
  )
}
