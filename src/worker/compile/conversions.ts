import { distributionKind } from '../../engine/index.ts'

// How a value of the document becomes a number of the engine.

type Convert = (value: number | string) => number
export type Rule = readonly [field: string, convert: Convert]

export const same: Convert = Number
export const whole: Convert = (value) => Math.round(Number(value))
export const fromSeconds: Convert = (value) => Math.round(Number(value) * 1_000_000)
export const fromMillis: Convert = (value) => Math.round(Number(value) * 1000)
export const fromHours: Convert = (value) => Math.round(Number(value) * 3_600_000_000)
export const oneOf =
  (...names: string[]): Convert =>
  (value) =>
    names.indexOf(String(value))
export const spread: Convert = (value) => distributionKind(String(value))

/** What may be turned in nodes of a kind, by the names of its fields. */
export type Rules = Readonly<Record<string, Rule>>
