import type { ReactNode } from 'react'
import { Bar, Bead, Box, Caret, Look, Pin, PinHead, Ring, row, Tape, Way, Words } from './parts.tsx'

const TWO = (
  <>
    <Tape y={4} height={20} letters="ACAC" />
    <Tape y={31} height={20} letters="BDBB" />
  </>
)
const RULER = <path d="M14 4v48M10 4h8M10 52h8M10 28h8" className="word-ruler" />

export const STREAM_PICTURES: Readonly<Record<string, ReactNode>> = {
  stream: (
    <>
      {TWO}
      <Look d="M2 2h116v52h-116z" />
    </>
  ),
  shard: (
    <>
      {TWO}
      <Look d="M3 28.500h114v25.500h-114z" />
    </>
  ),
  record: (
    <>
      <Tape letters="BACAB" />
      <Look d="M22 22h15v17h-15z" />
    </>
  ),
  'partition-key': (
    <>
      {row(12, 28, 'A')}
      <Words x={22} y={31}>
        user-17
      </Words>
      <Look d="M21 36h36" />
      <Way d="M60 28h14" />
      <Tape x={78} width={38} letters="AA" />
    </>
  ),
  'hash-key': (
    <>
      <Words x={4} y={31}>
        A
      </Words>
      <Way d="M14 28h14" />
      <g transform="translate(24 0)">{RULER}</g>
      <path d="M38 38l8 -4v8z" className="word-look-fill" />
      <Words x={50} y={41}>
        7fc5…62b1
      </Words>
    </>
  ),
  'hash-key-range': (
    <>
      {RULER}
      <Look d="M20 29v22" />
      <Tape x={34} width={80} y={31} height={20} letters="BDB" />
      <Tape x={34} width={80} y={4} height={20} letters="AC" />
      <Way d="M22 40h10" />
    </>
  ),
  'sequence-number': (
    <>
      <Tape y={6} letters="BACAB" />
      {['52', '41', '40', '17', '9'].map((number, i) => (
        <Words key={number} x={11 + i * 13} y={44}>
          {number}
        </Words>
      ))}
      <Look d="M10 48h62" />
    </>
  ),
  'shard-iterator': (
    <>
      <Tape letters="ABACAB" />
      <Look d="M48 10v36M44 46h8" />
      <Words x={54} y={52}>
        5 min
      </Words>
    </>
  ),
  'trim-horizon': (
    <>
      <Tape width={90} letters="ABACA" />
      <Bead x={106} y={31} of="B" as="gone" />
      <Look d="M96 8v38" />
    </>
  ),
  retention: (
    <>
      <Tape width={90} y={8} letters="ABACA" />
      <Bead x={106} y={25} of="B" as="gone" />
      <Look d="M6 44h90M6 41v6M96 41v6" />
      <Words x={40} y={54}>
        24 h
      </Words>
    </>
  ),
  'iterator-age': (
    <>
      <Tape y={6} letters="ABACAB" />
      <Look d="M16 42h39M16 39v6M55 39v6" />
      <Words x={20} y={54}>
        read to here
      </Words>
    </>
  ),
  behind: (
    <>
      <Tape y={6} letters="ABACAB" />
      <Caret x={62} y={38} />
      <Look d="M10 46h50M10 43v6M60 43v6" />
    </>
  ),
  aggregation: (
    <>
      <Box x={30} width={60} y={12} height={30} />
      {row(42, 27, 'ABAC', 12)}
      <Look d="M27 9h66v36h-66z" />
    </>
  ),
  checkpoint: (
    <>
      <Tape letters="ABACAB" />
      <Caret x={42} />
      <Pin x={68} />
      <PinHead x={68} />
      <Look d="M62 33h12v18h-12z" />
    </>
  ),
  lease: (
    <>
      <Tape width={56} letters="ABA" />
      <Way d="M64 28h14" />
      <Box x={80} width={34} />
      <rect x={88} y={20} width={16} height={16} rx={2} className="word-lease" />
      <Words x={93} y={31}>
        1
      </Words>
    </>
  ),
  'split-merge': (
    <>
      <Tape width={44} y={16} height={22} letters="BA" />
      <Way d="M52 27C64 27 60 14 70 14M52 27C64 27 60 42 70 42" />
      <Tape x={72} width={42} y={3} height={20} letters="A" />
      <Tape x={72} width={42} y={32} height={20} letters="B" />
    </>
  ),
  'parent-shard': (
    <>
      <Tape x={64} width={50} y={16} height={22} letters="ABA" />
      <Tape width={46} y={3} height={20} letters="A" />
      <Tape width={46} y={32} height={20} letters="B" />
      <Look d="M62 13h54v28h-54z" />
    </>
  ),
  'fan-out': (
    <>
      <Tape width={56} letters="ABA" />
      <Way d="M62 20h46M62 34h46" />
      <path d="M112 20l-8 -4v8z" className="word-caret" />
      <path d="M112 34l-8 -4v8z" className="word-caret2" />
      <Words x={66} y={50}>
        2 MB/s each
      </Words>
    </>
  ),
  application: (
    <>
      <Tape y={8} height={24} letters="ABACAB" />
      <Caret x={36} y={40} />
      <path d="M74 40l7 -4v8zM74 40v-30" className="word-caret2" />
      <Look d="M30 33h16v15h-16z" />
    </>
  ),
}

export const PICTURE_PICTURES: Readonly<Record<string, ReactNode>> = {
  'tape-bag': (
    <>
      <Tape width={52} letters="ABA" />
      <path d="M68 12v18q0 10 10 10h26q10 0 10-10v-18" className="word-bag" />
      {row(80, 28, 'BA', 18)}
    </>
  ),
  'caret-pin': (
    <>
      <Tape letters="ABACAB" />
      <Caret x={42} />
      <Pin x={68} />
      <PinHead x={68} />
      <Look d="M38 52h40" />
    </>
  ),
  'bead-grain': (
    <>
      {row(24, 28, 'AB', 16)}
      {Array.from({ length: 20 }, (_, i) => (
        <circle
          key={`${i % 5} ${i > 9}`.concat(String(i))}
          cx={74 + (i % 5) * 7}
          cy={18 + Math.floor(i / 5) * 7}
          r={2.3}
          fill={`var(--k${'AABAC'[i % 5]})`}
        />
      ))}
    </>
  ),
  paint: <>{row(14, 28, 'ABCDEFG', 15)}</>,
  gate: (
    <>
      <Bar x={48} y={8} width={7} height={40} share={1} />
      <Bar x={58} y={8} width={7} height={40} share={0.4} />
      <Tape x={70} width={44} letters="AAA" />
      <Way d="M6 34h36" />
      <Bead x={34} y={20} as="ring" />
      <Look d="M45 5h23v46h-23z" />
    </>
  ),
  'send-buffer': (
    <>
      <Box x={6} width={48} y={6} height={44} />
      <rect x={11} y={30} width={38} height={14} className="word-idle" />
      {row(18, 37, 'AB', 12)}
      <Way d="M54 22h18" />
      <Tape x={76} width={38} letters="BA" />
      <Look d="M9 28h42v18h-42z" />
    </>
  ),
  held: (
    <>
      {row(10, 37, 'AB', 12)}
      <Box x={34} width={48} y={6} height={44} />
      {row(44, 37, 'ABA', 13)}
      <Look d="M31 26v22" />
      <Way d="M82 22h18" />
    </>
  ),
  'back-off': (
    <>
      {[8, 26, 62].map((x) => (
        <Bead key={x} x={x} y={24} as="ring" />
      ))}
      <Look d="M13 40h8M31 40h26M67 40h40" />
      <Words x={64} y={52}>
        longer each time
      </Words>
    </>
  ),
  linger: (
    <>
      <Box x={26} width={52} y={14} height={26} />
      {row(36, 27, 'AB', 13)}
      <Bead x={62} y={27} of="C" as="gone" />
      <Ring x={94} y={27} share={0.6} />
    </>
  ),
  batch: (
    <>
      <Box x={24} width={56} y={16} height={24} />
      {row(34, 28, 'ABC', 18)}
      <Way d="M84 28h26" />
    </>
  ),
  prefetch: (
    <>
      <Tape y={6} letters="ABACAB" />
      <Caret x={60} y={38} />
      <path d="M20 35h38v6h-38z" className="word-fetched" />
      <Look d="M17 32h44v13h-44z" />
    </>
  ),
  backlog: (
    <>
      <Tape y={6} letters="ABACA" />
      <Caret x={66} y={38} />
      <Look d="M8 12h55v18h-55z" />
    </>
  ),
  delivery: (
    <>
      <Tape width={52} letters="ABA" />
      <Way d="M60 26h26" />
      <Bead x={72} y={26} of="A" />
      <Box x={90} width={24} />
    </>
  ),
  'processed-again': (
    <>
      {row(22, 28, 'A')}
      <Way d="M30 28h12" />
      <Box x={46} width={28} />
      {row(84, 20, 'AA', 14)}
      <Look d="M76 11h32v18h-32z" />
      <Words x={78} y={44}>
        twice
      </Words>
    </>
  ),
  lost: (
    <>
      <Tape width={76} letters="ABAC" />
      <Bead x={96} y={31} as="cross" />
    </>
  ),
  latency: (
    <>
      {row(10, 22, 'A')}
      <Way d="M18 22h18" />
      <Tape x={38} width={34} y={10} height={24} letters="AB" />
      <Way d="M74 22h14" />
      <Box x={90} width={24} y={8} />
      <Look d="M6 46h106M6 43v6M112 43v6" />
    </>
  ),
  travelling: (
    <>
      <Box x={4} width={26} />
      <Way d="M30 28h50" />
      <Bead x={54} y={28} of="A" />
      <Tape x={82} width={34} letters="BA" />
    </>
  ),
}
