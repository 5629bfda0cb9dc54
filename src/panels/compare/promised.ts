import type { Design } from '../../scenario/compare/designs.ts'
import type { NodeKind, ScenarioNode } from '../../scenario/scenario.ts'

/** What AWS says of a kind of store, whatever this run does: a few words and the fact behind them. */
export type Promised = { text: string; factId: string }

export type PromisedRow = { label: string; cells: readonly [readonly Promised[], readonly Promised[]] }

const KEPT: Readonly<Partial<Record<NodeKind, Promised>>> = {
  stream: { text: 'stays until its retention', factId: 'KIN2.11' },
  queue: { text: 'gone when deleted', factId: 'SQS.17' },
  fifoQueue: { text: 'gone when deleted', factId: 'SQS.17' },
}
const ORDER: Readonly<Partial<Record<NodeKind, Promised>>> = {
  stream: { text: 'in each shard', factId: 'KIN1.15' },
  queue: { text: 'best effort', factId: 'SQS.02' },
  fifoQueue: { text: 'in each group', factId: 'FIFO.07' },
}
const SHARED: Readonly<Partial<Record<NodeKind, Promised>>> = {
  stream: { text: 'each application, all of it', factId: 'KIN2.11' },
  queue: { text: 'one of its readers', factId: 'SQS.02' },
  fifoQueue: { text: 'one of its readers', factId: 'FIFO.08' },
}

/** Rows in which the kinds of store of both designs differ or at least say something. */
export function promisedOf([left, right]: readonly [Design, Design]): PromisedRow[] {
  const rows: [string, typeof KEPT][] = [
    ['A record goes to', SHARED],
    ['After the work it', KEPT],
    ['Order promised', ORDER],
  ]
  const told = (design: Design, words: typeof KEPT) => {
    const all = [...new Set(design.stores.map(({ kind }) => kind))].flatMap((kind) => words[kind] ?? [])
    return all.filter((one, i) => all.findIndex(({ text }) => text === one.text) === i)
  }
  return rows
    .map(([label, words]): PromisedRow => ({ label, cells: [told(left, words), told(right, words)] }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0))
}

/** What kind of consumer a column tells of. */
export function consumersOf({ readers }: Design): string {
  const words = [...new Set(readers.map(consumer))]
  return words.length === 0 ? 'nobody reads' : words.join(', ')
}

function consumer(node: ScenarioNode): string {
  switch (node.kind) {
    case 'application':
      if (node.reading === 'fanOut') return 'enhanced fan-out'
      return node.coordination === 'simple' ? 'polling application' : 'KCL application'
    case 'pool':
      return 'competing workers'
    case 'lambda':
      return 'Lambda'
    case 'aggregator':
      return 'counter'
    default:
      return 'the monolith itself'
  }
}
