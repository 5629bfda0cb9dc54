import { BOUNDS } from '../../scenario/bounds.ts'
import type { Prediction } from '../../scenario/prediction.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { OwnNumber } from './OwnNumber.tsx'

type Choices = NonNullable<Prediction['choices']>

/** Answers in words, each with the numbers that it stands for. Which one is right says the run. */
export function ChoiceRows({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const change = (i: number, own: Partial<Choices[number]>) =>
    onChange(choices.map((choice, at) => (at === i ? { ...choice, ...own } : choice)))
  const last = choices.at(-1)
  return (
    <>
      <ol className="own-choices">
        {choices.map((choice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place in the list
          <li key={i}>
            <input
              type="text"
              aria-label={`Choice ${i + 1}`}
              maxLength={BOUNDS.sentenceLength}
              value={choice.text}
              onChange={(event) => change(i, { text: event.target.value })}
            />
            <IconButton
              label={`Remove choice ${i + 1}`}
              disabled={choices.length < 3}
              onClick={() => onChange(choices.filter((_, at) => at !== i))}
            >
              {icons.close}
            </IconButton>
            <div className="own-pair">
              <OwnNumber label="From" value={choice.from} to={choice.to} onWrite={(from) => change(i, { from })} />
              <OwnNumber label="to below" value={choice.to} from={choice.from} onWrite={(to) => change(i, { to })} />
            </div>
          </li>
        ))}
      </ol>
      {choices.length < BOUNDS.choices && last !== undefined && (
        <Button onClick={() => onChange([...choices, { text: '', from: last.to, to: 2 * last.to - last.from }])}>
          Add a choice
        </Button>
      )}
    </>
  )
}
