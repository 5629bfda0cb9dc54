import { mix } from '../../kernel/digest.ts'
import { HEXADECIMAL } from '../../kernel/units.ts'
import { ApiError } from '../apiError.ts'
import { missing } from './refuse.ts'

/** Which receive of which message of which queue (SQS.07). */
export type Receipt = { queue: number; slot: number; message: number; receives: number }

const SHAPE = /^AQEB-(\d+)-(\d+)-(\d+)-(\d+)-([0-9a-f]+)$/

/** A handle's text. It means nothing to whoever holds it, and ends in a check, so that one made up is told. */
export function receiptHandleOf({ queue, slot, message, receives }: Receipt): string {
  return `AQEB-${queue}-${slot}-${message}-${receives}-${checkOf(queue, slot, message, receives)}`
}

/** What a handle says. @throws ApiError when it is none of this queue's. */
export function receiptOf(handle: unknown, queue: number): Receipt {
  if (handle === undefined || handle === '') throw missing('SQS.07', 'ReceiptHandle')
  const [, ...parts] = SHAPE.exec(String(handle)) ?? []
  const [ofQueue, slot, message, receives] = parts.map(Number) as [number, number, number, number]
  if (parts.length === 0 || ofQueue !== queue || parts.at(-1) !== checkOf(ofQueue, slot, message, receives))
    throw new ApiError('ReceiptHandleIsInvalid', 'SQS.07', `The input receipt handle "${String(handle)}" is not valid.`)
  return { queue, slot, message, receives }
}

function checkOf(...numbers: number[]): string {
  return (numbers.reduce(mix, 0) >>> 0).toString(HEXADECIMAL)
}
