import type { Numbers } from '../limit.ts'
import { assumed, GIB, KIB, MIB } from '../rows.ts'

/** Ours, not AWS's: every place that shows one of these says "our assumption". */
export const ASSUMPTIONS = {
  'X-U1': assumed(MIB, 'B'),
  'X-U1.kb': assumed(KIB, 'B'),
  'X-U1.gb': assumed(GIB, 'B'),
  'X-K1': assumed(1, 's'),
  'X-K1.window': assumed(1, 's'),
  'X-K2': assumed(1, 's'),
  'X-K2.calls': assumed(1, 's'),
  'X-K3': assumed(0, ''),
  'X-K4.creating': assumed(20, 's'),
  'X-K4.consumer': assumed(5, 's'),
  'X-K4.queue': assumed(5, 's'),
  'X-K5': assumed(900, 's'),
  'X-Q1.servers': assumed(8, 'servers'),
  'X-Q1.copies': assumed(3, 'servers'),
  'X-Q1.asked': assumed(0.5, 'share'),
  'X-Q2': assumed(60, 's'),
  'X-F1': assumed(300, 'calls'),
  'X-F1.refill': assumed(300, 'calls/s'),
  'X-M1': assumed(1, 'times'),
  'X-L1': assumed(10, 'ms'),
  'X-L2': assumed(15, 'ms'),
  'X-L3': assumed(300, 'ms'),
  'X-L4': assumed(1, 's'),
  'X-L5': assumed(600, 's'),
  'X-L6': assumed(1024, 'B'),
  'X-L7': assumed(60, 's'),
  'X-L8': assumed(3, 's'),
} as const satisfies Record<string, Numbers>
