// A chunk of its own: scenes of producers, streams, queues and their readers never load it.
export { NODE_BUILDERS } from '../engine/index.ts'
