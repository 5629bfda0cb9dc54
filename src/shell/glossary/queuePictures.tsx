import type { ReactNode } from 'react'
import { Bag, Bead, Box, Lanes, Look, Ring, row, Way, Words } from './parts.tsx'

const SLOTS = [84, 98, 112]

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
