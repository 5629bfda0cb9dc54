import type { PlainNode } from '../../scenario/plainKinds.ts'
import type { Box } from '../measures.ts'

/** What the drawing of a kind is given: its node and the box that it may fill, whose top left is 0, 0. */
export type DrawingProps<K extends PlainNode['kind']> = { node: Extract<PlainNode, { kind: K }>; box: Box }

const STEPS = [1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000, 10_000, 50_000, 100_000]

/** The smallest round number of things for one mark, so that `most` things need at most `places` marks. */
export function perMark(most: number, places: number): number {
  return STEPS.find((step) => most / step <= places) ?? Math.ceil(most / places)
}

/** Reads a gauge of the node that is drawn. */
export type ReadGauge = (name: string) => number

/** A name with no more than so many letters, as there is room for beside the marks. */
export const shortened = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, letters - 1)}…` : name
