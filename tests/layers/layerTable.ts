/**
 * Which layer may import what. There is no list of exceptions: an edge that is not here does not exist.
 * Arrows are not transitive. The reasons stand beside the rows that surprise.
 */
export interface LayerRule {
  /** Other layers whose files it may import. */
  readonly layers: readonly string[]
  /** npm packages; a name ending in `*` stands for all that begin so. */
  readonly packages: readonly string[]
  /** Files of other layers, where the layer as a whole would be too much. */
  readonly files?: readonly string[]
}

// Views are strangers to each other: one can be taken away without touching another.
// A view reads a frame by the protocol's layout, and the document by the scenario's types: docs/decisions/0005.
const VIEW = { layers: ['aws', 'protocol', 'scenario', 'state', 'ui'], packages: ['react'] } satisfies LayerRule

export const LAYERS: Readonly<Record<string, LayerRule>> = {
  // Data only: limits, each with its source and date.
  aws: { layers: [], packages: [] },
  // The kernel can be lifted out as a package; it knows neither the document nor the picture.
  engine: { layers: ['aws'], packages: [] },
  scenario: { layers: ['aws'], packages: ['zod'] },
  protocol: { layers: ['aws', 'scenario'], packages: [] },
  worker: { layers: ['engine', 'protocol', 'scenario'], packages: [] },
  // The main thread never simulates. React only for the hooks that views read the stores with.
  state: { layers: ['protocol', 'scenario'], packages: ['zustand', 'react', '@dagrejs/dagre'] },
  canvas: {
    layers: ['protocol', 'scenario', 'state', 'ui'],
    packages: ['react', '@xyflow/react'],
    // Captions in another vocabulary are words alone; no number of AWS's is drawn.
    files: ['src/aws/kafkaWords.ts'],
  },
  // A chart of what waits goes on with a forecast, and that is a rule of the review.
  charts: { ...VIEW, layers: [...VIEW.layers, 'review'] },
  panels: VIEW,
  lessons: VIEW,
  review: VIEW,
  ui: { layers: [], packages: ['react'] },
  shell: {
    layers: ['canvas', 'charts', 'lessons', 'panels', 'review', 'scenario', 'state', 'ui'],
    packages: ['uqr', 'react', 'react-dom'],
    // The help page's table of words, and how gauges are called.
    files: ['src/aws/kafkaWords.ts', 'src/protocol/gaugeWord.ts', 'src/protocol/gaugeWords.ts'],
  },
  // Headless: of the worker it shares compiling alone, and of the protocol the number of the engine's behaviour.
  cli: {
    layers: ['aws', 'engine', 'protocol', 'review', 'scenario'],
    packages: ['node:*', 'uqr'],
    files: ['src/worker/compile.ts'],
  },
}

/** A layer with doors is entered through them and nowhere else. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  // All but the first are for names, sentences, sources and the numbers of other services than streams: they load with what shows or
  // needs one, and the page starts without them.
  aws: ['src/aws/index.ts', 'src/aws/otherLimits.ts', 'src/aws/words.ts', 'src/aws/facts.ts'],
  engine: ['src/engine/index.ts'],
}

/**
 * Only compiling knows both the document and the kernel, so a new field in an inspector cannot leak into the kernel.
 * `allowed` are path beginnings inside `layer`.
 */
export const NEVER_TOGETHER = {
  layer: 'worker',
  pair: ['scenario', 'engine'],
  allowed: ['src/worker/compile.ts', 'src/worker/compile/'],
} as const

/** A thread is started by its address and not by an import: who may name which file in `new URL(..., import.meta.url)`. */
export const THREADS: Readonly<Record<string, readonly string[]>> = {
  state: ['src/worker/simulation.worker.ts', 'src/worker/inquiry.worker.ts'],
}
