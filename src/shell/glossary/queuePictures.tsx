import type { ReactNode } from 'react'
import { Bag, Bar, Bead, Box, Lanes, Look, Ring, row, Way, Words } from './parts.tsx'

const SLOTS = [84, 98, 112]
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

export const QUEUE_PICTURES: Readonly<Record<string, ReactNode>> = {
  queue: (
    <Bag>
      {row(30, 20, 'AB', 34)}
      {row(44, 36, 'CAB', 18)}
    </Bag>
  ),
  message: (
    <Bag>
      {row(34, 20, 'B')}
      {row(60, 34, 'A')}
      {row(86, 22, 'C')}
      <Look d="M51 25h18v18h-18z" />
    </Bag>
  ),
  'message-group': (
    <>
      <Lanes lanes={['AAA', 'BB', 'C']} />
      <Look d="M8 4h104v17h-104z" />
    </>
  ),
  'locked-group': (
    <>
      <Lanes lanes={['AAa', 'BB', 'C']} locked={0} />
      <Look d="M8 4h104v17h-104z" />
    </>
  ),
  'high-throughput': (
    <>
      <Lanes lanes={['AAAAA', 'BBBBB', 'CCCC']} />
      <Look d="M114 4v32M114 40v12" />
    </>
  ),
  partition: (
    <>
      <Lanes lanes={['AA', 'BBB', 'CC']} />
      <Look d="M6 3h108v34h-108zM6 38h108v16h-108z" />
    </>
  ),
  'deduplication-id': (
    <>
      {row(14, 18, 'A')}
      {row(14, 40, 'A')}
      <Words x={26} y={21}>
        id 7
      </Words>
      <Words x={26} y={43}>
        id 7
      </Words>
      <Way d="M48 18h22" />
      <path d="M52 36l8 8m0 -8l-8 8" className="word-edge" />
      <rect x={72} y={11} width={42} height={14} className="word-store" />
      <path d="M72 11h42M72 25h42" className="word-edge" />
      {row(104, 18, 'A')}
    </>
  ),
  'receipt-handle': (
    <>
      <Bag width={60} x={6}>
        {row(22, 22, 'Ba', 22)}
      </Bag>
      <Way d="M68 26h16" />
      <path d="M88 18h24v16h-24zM92 23h16M92 29h10" className="word-way" />
      <Look d="M85 15h30v22h-30z" />
    </>
  ),
  'in-flight': (
    <>
      <Bag width={70} x={6}>
        {row(22, 20, 'BaC', 18)}
        <Look d="M30 10h20v20h-20z" />
      </Bag>
      <Way d="M78 28h10" />
      <Box x={90} width={24} />
      {row(102, 28, 'A')}
    </>
  ),
  'visibility-timeout': (
    <Bag>
      {row(34, 28, 'B')}
      {row(62, 28, 'a')}
      <Ring x={62} y={28} />
      {row(88, 28, 'C')}
    </Bag>
  ),
  delay: (
    <Bag>
      <Bead x={46} y={26} of="A" as="gone" />
      <Ring x={46} y={26} share={0.4} />
      {row(78, 30, 'B')}
    </Bag>
  ),
  polling: (
    <>
      <Bag width={56} x={6}>
        {null}
      </Bag>
      <Way d="M66 18h20M66 38h20" />
      <Words x={90} y={21}>
        empty
      </Words>
      <Ring x={98} y={38} share={0.75} />
    </>
  ),
  'receive-count': (
    <Bag>
      {row(46, 28, 'A')}
      <Words x={58} y={31}>
        received 3
      </Words>
      <Look d="M56 35h46" />
    </Bag>
  ),
  'dead-letter-queue': (
    <>
      <Bag width={50} x={4}>
        {row(18, 28, 'AB', 20)}
      </Bag>
      <Way d="M56 26h12" />
      <path d="M72 12v28h44v-28" className="word-bag" />
      <rect x={80} y={24} width={10} height={10} fill="var(--kC)" />
      <rect x={96} y={24} width={10} height={10} fill="var(--kA)" />
      <Look d="M69 9h50v34h-50z" />
    </>
  ),
  purge: (
    <Bag>
      {[36, 60, 84].map((x) => (
        <Bead key={x} x={x} y={28} of="A" as="gone" />
      ))}
    </Bag>
  ),
  pool: (
    <>
      <Bag width={56} x={4}>
        {row(18, 24, 'AB', 22)}
      </Bag>
      <Way d="M62 28h10" />
      {SLOTS.map((x, i) => (
        <g key={x}>
          <rect x={x - 8} y={16} width={12} height={24} rx={2} className="word-idle" />
          {i < 2 && <Bead x={x - 2} y={28} of={'CD'[i] ?? 'A'} />}
        </g>
      ))}
    </>
  ),
}

export const OTHER_PICTURES: Readonly<Record<string, ReactNode>> = {
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
