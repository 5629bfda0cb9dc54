import { BOUNDS } from '../../scenario/bounds.ts'
import type { Guess } from '../../scenario/brief.ts'
import { isSketch } from '../../scenario/guess.ts'
import type { Prediction } from '../../scenario/prediction.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { Segments, Select } from '../../ui/Choice.tsx'
import { ChoiceRows } from './ChoiceRows.tsx'
import { MEANINGS, type Meaning, meaningOf, withMeaning } from './meaning.ts'
import { asSort, playedNodes, readablesOf, reading, type Sort, sortOf } from './newGuess.ts'
import { OwnNumber } from './OwnNumber.tsx'
import { OwnText } from './OwnText.tsx'
import { RunAnswer } from './RunAnswer.tsx'

const SORTS: readonly { value: Sort; label: string }[] = [
  { value: 'number', label: 'Number' },
  { value: 'choice', label: 'Choice' },
  { value: 'point', label: 'Point' },
  { value: 'curve', label: 'Curve' },
]

type GuessFormProps = {
  scenario: Scenario
  guess: Guess
  /** Of the same guess in a document. */
  write: (scenario: Scenario, change: (guess: Guess) => Guess) => Scenario
  onChange: (change: (guess: Guess) => Guess) => void
}

/** What is asked before the run, and where in the run its answer is read. The answer itself cannot be typed. */
export function GuessForm({ scenario, guess, write, onChange }: GuessFormProps) {
  const nodes = playedNodes(scenario)
  const node = nodes.find(({ id }) => id === guess.node)
  const readables = node === undefined ? [] : readablesOf(node)
  const read = readables.find(({ gauge, isRow }) => gauge === guess.gauge && isRow === (guess.row !== undefined))
  const end = scenario.durationSeconds
  return (
    <>
      <Segments
        label="Form of the guess"
        value={sortOf(guess)}
        options={SORTS}
        onChange={(sort) => onChange((one) => asSort(one, sort, scenario))}
      />
      <OwnText
        label="What is asked"
        value={guess.question}
        bound={BOUNDS.sentenceLength}
        write={(now, question) => write(now, (one) => ({ ...one, question }))}
      />
      <p className="own-label">The answer is read from</p>
      <div className="own-pair">
        <Select
          label="Node of the answer"
          value={node?.id ?? ''}
          options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            const other = nodes.find((one) => one.id === id)
            const first = other && readablesOf(other)[0]
            if (other !== undefined && first !== undefined) onChange((one) => reading(one, other, first))
          }}
        />
        <Select
          label="Number of the answer"
          value={read?.value ?? ''}
          options={readables.map(({ value, word, isRow }) => ({
            value,
            label: isRow ? `${word.label}, one row` : word.label,
          }))}
          onChange={(value) => {
            const other = readables.find((one) => one.value === value)
            if (node !== undefined && other !== undefined) onChange((one) => reading(one, node, other))
          }}
        />
      </div>
      {guess.row !== undefined && (
        <OwnNumber
          label="Row: shard, link or worker"
          value={guess.row + 1}
          from={1}
          to={201}
          whole
          onWrite={(row) => onChange((one) => ({ ...one, row: row - 1 }))}
        />
      )}
      {isSketch(guess) ? (
        <>
          <OwnNumber
            label="Top of the chart"
            unit={guess.unit}
            value={guess.to}
            from={0.001}
            onWrite={(to) => onChange((one) => ({ ...one, to }))}
          />
          <OwnNumber
            label="Until"
            unit="s"
            value={guess.untilSeconds}
            from={1}
            to={end}
            onWrite={(untilSeconds) => onChange((one) => ({ ...one, untilSeconds }) as Guess)}
          />
        </>
      ) : (
        <OfNumber
          guess={guess}
          end={end}
          onChange={(change) => onChange((one) => (isSketch(one) ? one : change(one)))}
        />
      )}
      <RunAnswer guess={guess} />
    </>
  )
}

type OfNumberProps = {
  guess: Prediction
  end: number
  onChange: (change: (guess: Prediction) => Prediction) => void
}

function OfNumber({ guess, end, onChange }: OfNumberProps) {
  const meaning = meaningOf(guess)
  return (
    <>
      <Select<Meaning>
        label="What of it"
        value={meaning}
        options={MEANINGS}
        onChange={(next) => onChange((one) => withMeaning(one, next))}
      />
      {meaning === 'when' && (
        <OwnNumber
          label="Reaches"
          value={(guess.reaches ?? 0) * (guess.times ?? 1)}
          onWrite={(reaches) => onChange((one) => ({ ...one, reaches: reaches / (guess.times ?? 1) }))}
        />
      )}
      {guess.fromSeconds !== undefined && (
        <OwnNumber
          label="From"
          unit="s"
          value={guess.fromSeconds}
          from={0}
          to={guess.atSeconds}
          onWrite={(fromSeconds) => onChange((one) => ({ ...one, fromSeconds }))}
        />
      )}
      <OwnNumber
        label={meaning === 'when' ? 'At the latest at' : meaning === 'value' ? 'At' : 'Until'}
        unit="s"
        value={guess.atSeconds}
        from={guess.fromSeconds ?? 0}
        to={end}
        onWrite={(atSeconds) => onChange((one) => ({ ...one, atSeconds }))}
      />
      {guess.choices === undefined ? (
        <div className="own-three">
          <p className="own-label">What can be said</p>
          <OwnNumber label="From" value={guess.from} onWrite={(from) => onChange((one) => within({ ...one, from }))} />
          <OwnNumber label="To" value={guess.to} onWrite={(to) => onChange((one) => within({ ...one, to }))} />
          <OwnNumber
            label="In steps of"
            value={guess.step}
            from={0.001}
            onWrite={(step) => onChange((one) => ({ ...one, step }))}
          />
        </div>
      ) : (
        <ChoiceRows choices={guess.choices} onChange={(choices) => onChange((one) => spanning({ ...one, choices }))} />
      )}
    </>
  )
}

/** A range that is none would make a document that nobody can open. */
const within = (guess: Prediction): Prediction =>
  guess.to > guess.from ? guess : { ...guess, to: guess.from + guess.step }

function spanning(guess: Prediction): Prediction {
  const ends = (guess.choices ?? []).flatMap(({ from, to }) => [from, to])
  return within({ ...guess, from: Math.min(...ends), to: Math.max(...ends) })
}
