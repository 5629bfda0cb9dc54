import { factorOf, type GaugeWord, unitOf } from '../../protocol/gaugeWord.ts'
import { NODE_WORDS, ROW_WORDS } from '../../protocol/gaugeWords.ts'
import type { Guess } from '../../scenario/brief.ts'
import { isSketch } from '../../scenario/guess.ts'
import type { Prediction } from '../../scenario/prediction.ts'
import type { PlayedNode, Scenario, ScenarioNode } from '../../scenario/scenario.ts'

export type Sort = 'number' | 'choice' | 'point' | 'curve'

export const sortOf = (guess: Guess): Sort =>
  isSketch(guess) ? guess.is : guess.choices === undefined ? 'number' : 'choice'

const isPlayed = (node: ScenarioNode): node is PlayedNode => node.kind !== 'note'

/** What can be read of a node, by `name` for the node as a whole and `name row` for its rows (shards, links, workers). */
export type Readable = { value: string; gauge: string; isRow: boolean; word: GaugeWord }

export function readablesOf(node: PlayedNode): Readable[] {
  const own = Object.entries(NODE_WORDS[node.kind]).map(([gauge, word]) => ({
    value: gauge,
    gauge,
    isRow: false,
    word,
  }))
  const rows = Object.entries(ROW_WORDS[node.kind] ?? {}).map(([gauge, word]) => ({
    ...{ value: `${gauge} row`, gauge, isRow: true, word },
  }))
  return [...own, ...rows]
}

export const playedNodes = ({ nodes }: Scenario): PlayedNode[] => nodes.filter(isPlayed)

/** The same question about another number: unit and factor are the number's own. A total is asked for as its change a second. */
export function reading(guess: Guess, node: PlayedNode, { gauge, isRow, word }: Readable): Guess {
  const { row: _, times: __, ...others } = guess
  const asked = { ...others, node: node.id, gauge, ...(isRow && { row: 0 }) }
  const factor = factorOf(word)
  const unit = isSketch(guess) && word.as === 'rate' ? word.unit : unitOf(word)
  const named = { ...asked, unit, ...(factor !== 1 && { times: factor }) }
  if (isSketch(guess)) return named as Guess
  const { meant: ___, fromSeconds: ____, reaches: _____, ...value } = named as Prediction
  return word.as === 'rate' ? { ...value, meant: 'perSecond', fromSeconds: 0 } : value
}

/** A first question of its sort about the scene; null when nothing runs in it yet. */
export function newGuess(sort: Sort, scenario: Scenario): Guess | null {
  const node =
    playedNodes(scenario).find(({ kind }) => kind === 'stream' || kind === 'queue') ?? playedNodes(scenario)[0]
  const first = node && readablesOf(node)[0]
  if (node === undefined || first === undefined) return null
  const at = Math.min(30, scenario.durationSeconds)
  return reading(ofSort({ question: '', node: node.id, gauge: '', unit: '' }, sort, at), node, first)
}

type Asked = Pick<Prediction, 'question' | 'node' | 'gauge' | 'unit' | 'row' | 'times'>

function ofSort(asked: Asked, sort: Sort, at: number): Guess {
  if (sort === 'point' || sort === 'curve') return { ...asked, is: sort, to: 100, untilSeconds: Math.max(1, at) }
  const number = { ...asked, atSeconds: at, from: 0, to: 100, step: 1 }
  return sort === 'number' ? number : { ...number, choices: halves(0, 100) }
}

const halves = (from: number, to: number) => [
  { text: 'less than half of it', from, to: (from + to) / 2 },
  { text: 'half of it or more', from: (from + to) / 2, to },
]

/** The same question in another form. */
export function asSort(guess: Guess, sort: Sort, scenario: Scenario): Guess {
  if (sortOf(guess) === sort) return guess
  if (!isSketch(guess) && sort === 'choice') return { ...guess, choices: halves(guess.from, guess.to) }
  if (!isSketch(guess) && sort === 'number') {
    const { choices: _, ...number } = guess
    return number
  }
  const { question, node, gauge, unit, row, times } = guess
  const asked = {
    question,
    node,
    gauge,
    unit,
    ...(row !== undefined && { row }),
    ...(times !== undefined && { times }),
  }
  const next = ofSort(asked, sort, isSketch(guess) ? guess.untilSeconds : guess.atSeconds)
  const of = playedNodes(scenario).find(({ id }) => id === node)
  const read = of && readablesOf(of).find((one) => one.gauge === gauge && one.isRow === (row !== undefined))
  if (of === undefined || read === undefined) return next
  const own = reading(next, of, read)
  return row === undefined ? own : { ...own, row }
}
