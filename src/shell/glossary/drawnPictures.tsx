import type { ReactNode } from 'react'
import { Bar, Bead, Box, Caret, Look, Pin, PinHead, Ring, row, Tape, Way, Words } from './parts.tsx'

export const DRAWN_PICTURES: Readonly<Record<string, ReactNode>> = {
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
      <Words x={114} y={52} end>
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
