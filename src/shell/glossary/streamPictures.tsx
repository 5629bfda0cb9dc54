import type { ReactNode } from 'react'
import { Bead, Box, Caret, Look, Pin, PinHead, row, Tape, Way, Words } from './parts.tsx'

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
  'kinesis-queue': (
    <>
      <Tape y={32} height={20} letters="ABACABA" />
      <rect x={26} y={3} width={68} height={18} rx={9} className="word-bag" />
      {row(40, 12, 'ABa', 18)}
      <Way d="M40 19v16M58 19v16" />
    </>
  ),
}
