import { LIMITS } from '../aws/index.ts'

// How many shards a design needs. The demand comes in records and bytes a second; keys are taken to spread evenly
// unless the rule says otherwise.

type Demand = {
  recordsPerSecond: number
  /** Data and key. */
  recordBytes: number
  /** Applications that poll: they share what a shard gives. */
  pollingApplications: number
}

/** KIN1.02: what the count of records alone asks for. */
export function shardsForRecords({ recordsPerSecond }: Demand): number {
  return Math.ceil(recordsPerSecond / LIMITS['KIN1.02'].value)
}

/** KIN1.01: what the bytes written alone ask for. */
export function shardsForWriting({ recordsPerSecond, recordBytes }: Demand): number {
  return Math.ceil((recordsPerSecond * recordBytes) / LIMITS['KIN1.01'].value)
}

/** KIN2.02: what the bytes read by all polling applications alone ask for. */
export function shardsForReading({ recordsPerSecond, recordBytes, pollingApplications }: Demand): number {
  return Math.ceil((recordsPerSecond * recordBytes * pollingApplications) / LIMITS['KIN2.02'].value)
}

/** KIN5.01: the largest of the three. AWS's own formula leaves the records out; KIN1.02 asks for them. */
export function provisionedShards(demand: Demand): number {
  return Math.max(1, shardsForRecords(demand), shardsForWriting(demand), shardsForReading(demand))
}

/**
 * The fewest shards at which the hottest shard gets no more than a reader does for one. `hottestShare` is the share of all
 * records that the hottest of so many shards gets: 1/n for a perfect spread, more for real keys (KIN1.11).
 */
export function shardsForReader(
  recordsPerSecond: number,
  perShardPerSecond: number,
  hottestShare: (shards: number) => number,
): number {
  let shards = Math.max(1, Math.ceil(recordsPerSecond / perShardPerSecond))
  while (recordsPerSecond * hottestShare(shards) > perShardPerSecond) shards++
  return shards
}

/** W55: what a reader needs in all to catch up an outage within a time, as a multiple of what comes in. */
export function catchUpFactor(outageSeconds: number, withinSeconds: number): number {
  return 1 + outageSeconds / withinSeconds
}

/** KIN5.09: warm throughput goes down to what is asked for, but not below what the last hour needed. */
export function warmThroughput(requested: number, lastHourPeak: number): number {
  return Math.max(requested, lastHourPeak)
}

/** LKI.04: invocations of one mapping at once. */
export function invocationsAtMost(shards: number, parallelizationFactor: number): number {
  return shards * parallelizationFactor
}
