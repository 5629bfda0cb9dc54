import type { ReactNode } from 'react'
import { Bag, Bar, Bead, Box, Look, Ring, row, Way } from './parts.tsx'

const FAN = <Way d="M8 28H44M44 28C58 28 58 10 72 10H86M44 28H86M44 28C58 28 58 46 72 46H86" />

const COPIES = [10, 28, 46].map((y) => <Bead key={y} x={94} y={y} of="A" />)

const LAMBDA = <path d="M-9 -9h5l9 18h5M-1 -3l-8 12" className="word-lambda" />

const calls = (x: number, running: number) =>
  [0, 1, 2, 3, 4, 5].map((i) => (
    <rect
      key={i}
      x={x + (i % 3) * 9}
      y={18 + Math.floor(i / 3) * 10}
      width={7}
      height={7}
      className={i < running ? 'word-bar' : 'word-idle'}
    />
  ))

const FUNCTION = (x: number, running: number) => (
  <>
    <Box x={x} width={56} y={10} height={36} />
    <g transform={`translate(${x + 14} 28)`}>{LAMBDA}</g>
    {calls(x + 28, running)}
  </>
)

export const CALL_PICTURES: Readonly<Record<string, ReactNode>> = {
  topic: (
    <>
      {FAN}
      {row(24, 28, 'A')}
      {COPIES}
      <Look d="M40 24h8v8h-8z" />
    </>
  ),
  publish: (
    <>
      {FAN}
      {row(22, 28, 'A')}
      <Look d="M13 18h18v20h-18z" />
    </>
  ),
  subscription: (
    <>
      {FAN}
      <Look d="M70 4h44v13h-44z" />
      {[10, 28, 46].map((y) => (
        <path key={y} d={`M90 ${y - 6}v8q0 4 4 4h12q4 0 4 -4v-8`} className="word-bag" />
      ))}
    </>
  ),
  copy: (
    <>
      {FAN}
      {COPIES}
      <Look d="M86 2h16v16h-16z" />
    </>
  ),
  'filter-policy': (
    <>
      {FAN}
      <Bead x={96} y={10} of="A" />
      <Bead x={96} y={28} of="B" />
      <path d="M76 4v12M76 22v12M76 40v12" className="word-gate" />
      <Bead x={96} y={46} of="A" as="gone" />
    </>
  ),
  'raw-delivery': (
    <>
      <path d="M10 14h36v28h-36z" className="word-way" />
      {row(28, 28, 'A')}
      <Way d="M52 28h16" />
      {row(90, 28, 'A')}
      <Look d="M80 18h20v20h-20z" />
    </>
  ),
  'hand-over': (
    <>
      <Way d="M8 28h54" />
      <Bead x={54} y={28} of="A" />
      <Bag x={66} width={46}>
        {row(88, 34, 'B')}
      </Bag>
      <Look d="M44 18h20v20h-20z" />
    </>
  ),
  function: <>{FUNCTION(32, 3)}</>,
  'event-source-mapping': (
    <>
      <rect x={4} y={16} width={34} height={24} className="word-store" />
      <path d="M4 16v24h34M4 16h34" className="word-edge" />
      {row(12, 31, 'AB', 14)}
      <Way d="M40 28h20" />
      <Look d="M40 20h20v16h-20z" />
      {FUNCTION(62, 2)}
    </>
  ),
  concurrency: (
    <>
      {FUNCTION(32, 4)}
      <Look d="M57 15h33v26h-33z" />
    </>
  ),
  bisect: (
    <>
      {row(12, 14, 'ABCD', 13)}
      <Way d="M34 22v8M74 22v8" />
      {row(12, 40, 'AB', 13)}
      {row(64, 40, 'CD', 13)}
      <Look d="M44 6v42" />
    </>
  ),
  'failure-destination': (
    <>
      {FUNCTION(4, 1)}
      <Way d="M62 28h14" />
      <path d="M80 16v24h34v-24" className="word-bag" />
      <rect x={92} y={26} width={10} height={10} fill="var(--kA)" />
      <Look d="M77 13h40v30h-40z" />
    </>
  ),
  'cold-start': (
    <>
      <Bar x={22} y={18} width={18} height={20} share={0} />
      <Way d="M44 28h20" />
      <Ring x={54} y={44} share={0.5} />
      <Bar x={70} y={18} width={18} height={20} share={1} />
      <Look d="M44 12h20" />
    </>
  ),
}
