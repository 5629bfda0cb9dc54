/** Any other hash is a place on the page, not a link of ours. */
export const isLink = (hash: string): boolean => /^#(s|scenario)=/.test(hash)

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
