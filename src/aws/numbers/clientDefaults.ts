import type { Numbers } from '../limit.ts'
import { byDefault, limit, MIB } from '../rows.ts'

/** What the Kinesis Client Library (KCL) does when nobody chooses; 3.5.1 unless its words say otherwise. */
export const CLIENT_DEFAULTS = {
  'KCL.02': byDefault(10_000, 'ms'),
  'KCL.03': byDefault(3308, 'ms'),
  'KCL.03.renewals': byDefault(3, ''),
  'KCL.03.epsilon': byDefault(25, 'ms'),
  'KCL.04': byDefault(20_000, 'ms'),
  'KCL.04.least': byDefault(20_000, 'ms'),
  'KCL.04.most': byDefault(40_000, 'ms'),
  'KCL.04.discovery': byDefault(9975, 'ms'),
  'KCL.04b': byDefault(120_000, 'ms'),
  'KCL.04b.heartbeat': byDefault(30_000, 'ms'),
  'KCL.04b.recheck': byDefault(30_000, 'ms'),
  'KCL.04b.passes': byDefault(2, ''),
  'KCL.05': byDefault(20_050, 'ms'),
  'KCL.05.steal': byDefault(1, 'shards'),
  'KCL.06': byDefault(1500, 'ms', [200, 600_000]),
  'KCL.06.least': limit(200, 'ms'),
  'KCL.07': byDefault(10_000, 'records', [1, 10_000]),
  'KCL.08': byDefault(4, 'batches'),
  'KCL.08.bytes': byDefault(8 * MIB, 'B'),
  'KCL.08.records': byDefault(30_000, 'records'),
  'KCL.13': byDefault(10_000, 'ms'),
  'KCL.14': byDefault(120_000, 'ms'),
  'KCL.14.sync': byDefault(60_000, 'ms'),
  'KCL.15': byDefault(0.1, 'share'),
  'KCL.15.dampening': byDefault(0.6, 'share'),
  'KCL.15.passes': byDefault(3, ''),
  'KCL.15.metrics': byDefault(30_000, 'ms'),
  'KCL.15.alpha': byDefault(0.5, 'share'),
  'KCL.16': byDefault(0.8, 'share'),
  'KCL.17': byDefault(30_000, 'ms'),
} as const satisfies Record<string, Numbers>

/** What Kafka does when nobody chooses, for the glossary. The facts give these rows no IDs, so these are ours. */
export const KAFKA_DEFAULTS = {
  'KAF.batch': byDefault(16_384, 'B'),
  'KAF.linger': byDefault(5, 'ms'),
  'KAF.commit': byDefault(5000, 'ms'),
  'KAF.session': byDefault(45_000, 'ms'),
  'KAF.heartbeat': byDefault(3000, 'ms'),
  'KAF.poll': byDefault(300_000, 'ms'),
  'KAF.retention': byDefault(168, 'h'),
  'KAF.message': byDefault(MIB, 'B'),
  'KAF.share.lock': byDefault(30_000, 'ms'),
  'KAF.share.deliveries': limit(5, ''),
} as const satisfies Record<string, Numbers>
