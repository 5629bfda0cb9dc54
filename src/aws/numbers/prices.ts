import type { Numbers, Unit } from '../limit.ts'
import { KIB, limit, MIB, NOT_IN_ARTICLE } from '../rows.ts'

// List prices in US dollars. A Region without a value has no price here; none is ever taken from another Region.

/** P1 holds golden files for us-east-1 and us-east-2 with the same prices for Kinesis. */
const kinesis = (value: number, unit: Unit, more?: object): Numbers => ({
  kind: 'price',
  value,
  unit,
  regions: { values: { 'us-east-1': value, 'us-east-2': value } },
  ...more,
})
const price = (value: number, unit: Unit, more?: object): Numbers => ({
  kind: 'price',
  value,
  unit,
  regions: { values: { 'us-east-1': value } },
  ...more,
})

export const PRICES = {
  'P.01': kinesis(0.015, 'USD/h'),
  'P.02': kinesis(0.014, 'USD/million'),
  'P.02.unit': limit(25 * KIB, 'B'),
  'P.03': price(0, 'USD/GB'),
  'P.04': kinesis(0.015, 'USD/h', NOT_IN_ARTICLE),
  'P.04.bytes': kinesis(0.013, 'USD/GB', NOT_IN_ARTICLE),
  'P.05': kinesis(0.02, 'USD/h'),
  'P.06': kinesis(0.023, 'USD/GB-month'),
  'P.06.retrieval': kinesis(0.021, 'USD/GB'),
  'P.07': kinesis(0.04, 'USD/h', NOT_IN_ARTICLE),
  'P.07.unit': limit(KIB, 'B', NOT_IN_ARTICLE),
  'P.07.in': kinesis(0.08, 'USD/GB', NOT_IN_ARTICLE),
  'P.07.out': kinesis(0.04, 'USD/GB', NOT_IN_ARTICLE),
  'P.07.fanOut': kinesis(0.05, 'USD/GB', NOT_IN_ARTICLE),
  'P.07.extended': kinesis(0.1, 'USD/GB-month', NOT_IN_ARTICLE),
  'P.07.long': kinesis(0.023, 'USD/GB-month', NOT_IN_ARTICLE),
  'P.08': price(0.032, 'USD/GB', NOT_IN_ARTICLE),
  'P.08.out': price(0.016, 'USD/GB', NOT_IN_ARTICLE),
  'P.08.least': limit(25 * MIB, 'B/s', NOT_IN_ARTICLE),
  'P.09': price(0.4, 'USD/million'),
  'P.09.free': limit(1_000_000, 'calls'),
  'P.09.first': limit(100_000_000_000, 'calls'),
  'P.09.second': price(0.3, 'USD/million'),
  'P.09.third': price(0.24, 'USD/million'),
  'P.10': price(0.5, 'USD/million'),
  'P.10.second': price(0.4, 'USD/million'),
  'P.10.third': price(0.35, 'USD/million'),
  'P.11': limit(64 * KIB, 'B'),
  'P.12': price(0.1, 'USD/million', NOT_IN_ARTICLE),
  'P.13': price(0.5, 'USD/million'),
  'P.13.unit': limit(64 * KIB, 'B'),
  'P.13.free': limit(1_000_000, 'calls'),
  'P.13.queue': price(0, 'USD/million'),
  'P.13.http': price(0.6, 'USD/million'),
  'P.13.firehose': price(0.19, 'USD/million'),
  'P.14': price(0.2, 'USD/million'),
  'P.14.time': price(0.000_016_666_7, 'USD/GB-s'),
  'P.14.arm': price(0.000_013_333_4, 'USD/GB-s'),
  'P.14.free': limit(1_000_000, 'calls'),
  'P.14.freeTime': limit(400_000, ''),
} as const satisfies Record<string, Numbers>
