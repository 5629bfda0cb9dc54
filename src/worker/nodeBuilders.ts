// A chunk of its own: scenes of producers, streams and their plain readers never load it.
export { NODE_BUILDERS } from '../engine/index.ts'
