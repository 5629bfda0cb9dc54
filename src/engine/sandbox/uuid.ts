import type { RandomStreams } from '../kernel/random.ts'

const HEX = '0123456789abcdef'
/** Version 4: x is any digit, y one of 8, 9, a and b. */
const SHAPE = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'
const VARIANTS = '89ab'

/** An identifier as AWS gives them out, drawn from a stream of its own: the same seed and calls give the same ones. */
export function uuidFrom(random: RandomStreams, stream: number): string {
  const draw = (digits: string) => digits[(random.unit(stream) * digits.length) >>> 0]!
  return SHAPE.replace(/[xy]/g, (place) => draw(place === 'x' ? HEX : VARIANTS))
}
