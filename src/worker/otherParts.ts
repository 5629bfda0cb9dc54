import { NODE_BUILDERS } from '../engine/index.ts'
import { OTHER_KINDS } from './compile/otherKinds.ts'

// A chunk of its own: scenes of producers, streams and their plain readers never load it.

export type OtherParts = typeof OTHER_PARTS

/** What the worker needs for all other scenes: how their nodes are compiled and how their models are built. */
export const OTHER_PARTS = { kinds: OTHER_KINDS, builders: NODE_BUILDERS }
