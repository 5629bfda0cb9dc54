import type { State } from '../kernel/state.ts'
import type { TurnableStream } from '../plan.ts'

const NAMES = [
  'retentionMicros',
  'writeRecordsPerSecond',
  'writeBytesPerSecond',
  'recordBytesLimit',
  'putRecordsLimit',
  'putBytesLimit',
  'readCallsPerSecond',
  'readBytesPerSecond',
  'getRecordsLimit',
  'getBytesLimit',
  'getPenaltyMicros',
  'throttleWindowMicros',
  'readRecordsPerSecond',
] as const satisfies readonly (keyof TurnableStream)[]

export const RETENTION = NAMES.indexOf('retentionMicros')
export const WRITE_RECORDS = NAMES.indexOf('writeRecordsPerSecond')
export const WRITE_BYTES = NAMES.indexOf('writeBytesPerSecond')
export const RECORD_BYTES = NAMES.indexOf('recordBytesLimit')
export const PUT_RECORDS = NAMES.indexOf('putRecordsLimit')
export const PUT_BYTES = NAMES.indexOf('putBytesLimit')
export const READ_CALLS = NAMES.indexOf('readCallsPerSecond')
export const READ_BYTES = NAMES.indexOf('readBytesPerSecond')
export const GET_RECORDS = NAMES.indexOf('getRecordsLimit')
export const GET_BYTES = NAMES.indexOf('getBytesLimit')
export const GET_PENALTY = NAMES.indexOf('getPenaltyMicros')
export const THROTTLE_WINDOW = NAMES.indexOf('throttleWindowMicros')
export const READ_RECORDS = NAMES.indexOf('readRecordsPerSecond')

/** A stream's limits as one column of doubles, because every record asks for some of them. */
export function limitColumn(state: State, turnable: TurnableStream): Float64Array {
  const column = state.column(NAMES.length)
  NAMES.forEach((name, i) => {
    column[i] = turnable[name]
  })
  return column
}

/** Place of a limit in the column. */
export function limitIndex(name: string): number {
  return NAMES.indexOf(name as keyof TurnableStream)
}
