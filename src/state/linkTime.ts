import type { Course, Workshop } from './viewStore.ts'

/** Any other hash is a place on the page, not a link of ours. */
export const isLink = (hash: string): boolean => /^#(s|scenario|lesson|workshop)=/.test(hash)

/** A link to a moment stands there; one without plays from the start. */
export const carriesTime = (hash: string): boolean => /[#&]t=/.test(hash)

/**
 * The same link at another moment. Seconds with up to six decimals: exact to the microsecond, and
 * never in exponential notation, which JavaScript uses below 0.000001 only.
 */
export function atTime(hash: string, micros: number): string {
  const time = `t=${micros / 1e6}`
  return /&t=[^&]*/.test(hash) ? hash.replace(/&t=[^&]*/, () => `&${time}`) : `${hash}&${time}`
}

/** The place in a lesson that a link names. `#lesson=` alone opens the step’s own document; behind a scene it only stands there. */
export function courseOf(hash: string): Course | undefined {
  const [, sign, id = '', step] = /([#&])lesson=([a-z-]{1,40})(?:&step=(\d{1,2}))?/.exec(hash) ?? []
  if (sign === undefined) return undefined
  return { id, step: Number(step ?? 1), ...(sign === '#' && { opens: 'first' }) }
}

export const withCourse = (hash: string, course: Course | undefined): string =>
  course === undefined ? hash : `${hash}&lesson=${course.id}&step=${course.step}`

/** A link that begins with it opens its first scene; behind a scene it only says where that stands. */
export const namesWorkshop = (hash: string): boolean => /[#&]workshop=/.test(hash)

export const withWorkshop = (hash: string, workshop: Workshop | undefined): string =>
  workshop === undefined ? hash : `${hash}&workshop=${workshop.list}&at=${workshop.at + 1}`
