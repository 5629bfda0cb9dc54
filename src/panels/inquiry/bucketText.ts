import type { RefusalSeen } from '../../protocol/inquiry.ts'
import { isRoundInBinary } from '../../scenario/byteUnits.ts'
import { bytesText } from '../../scenario/index.ts'

export type Bucket = NonNullable<RefusalSeen['bucket']>

/** An amount of a limit, exact to the byte and to a thousandth of a record: what decides must not be rounded away. */
export function amountText(value: number, unit: Bucket['unit']): string {
  const exact = Math.floor(value * 1000) / 1000
  if (unit !== 'bytes') return `${exact} ${exact === 1 ? unit.slice(0, -1) : unit}`
  return isRoundInBinary(exact) ? bytesText(exact) : `${exact.toLocaleString('en')} B`
}

/** The arithmetic of a refusal: what was left of the bucket, and what would have been needed. */
export const bucketText = ({ capacity, left, needed, unit }: Bucket): string =>
  `${amountText(left, unit)} left of ${amountText(capacity, unit)}; ${amountText(needed, unit)} needed`
