/** iec: KiB and MiB of 1,024; si: kB and MB of 1,000. Documents, links and the engine count bytes either way. */
export type ByteUnits = 'iec' | 'si'

// A wish of the person at the page, for all texts at once; on the command line and for readers of links it stays as it is.
let shown: ByteUnits = 'iec'

export const showBytesIn = (units: ByteUnits): void => {
  shown = units
}
export const bytesShownIn = (): ByteUnits => shown

const NAMES = { iec: ['B', 'KiB', 'MiB', 'GiB'], si: ['B', 'kB', 'MB', 'GB'] } as const

/** The unit in which so many bytes are shown: how many bytes one of it has, and its name. */
export function byteUnit(bytes: number): [divisor: number, name: string] {
  const kilo = shown === 'si' ? 1000 : 1024
  const power = [3, 2, 1].find((step) => Math.abs(bytes) >= kilo ** step * (1 - 1e-12)) ?? 0
  return [kilo ** power, NAMES[shown][power] ?? 'B']
}

/** What is round in KiB or MiB, as limits of AWS's are, is not round in kB: 1 MiB is 1.048576 MB, and 1.05 MB would be no limit. */
export function isRoundInBinary(bytes: number): boolean {
  const size = Math.abs(bytes)
  const unit = [3, 2, 1].map((step) => 1024 ** step).find((step) => size >= step)
  return unit !== undefined && Number((size / unit).toPrecision(3)) * unit === size
}
