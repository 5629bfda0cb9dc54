import type { Choice } from './field.ts'

/** How times around a mean are drawn; the same four everywhere (see `Spread`). */
export const SPREADS: readonly Choice[] = [
  { value: 'constant', label: 'always the same' },
  { value: 'exponential', label: 'exponential' },
  { value: 'uniform', label: 'uniform' },
  { value: 'erlang', label: 'Erlang, shape 4' },
]
