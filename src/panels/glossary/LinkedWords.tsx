import { Fragment, type MouseEvent, useMemo } from 'react'
import { linkWords } from '../../scenario/glossary/linkWords.ts'
import { wordOf } from '../../scenario/glossary/words.ts'
import { viewStore } from '../../state/index.ts'
import './linkedWords.css'

const NONE: readonly string[] = []

/** The words in a text that the glossary has, each as a link to the scene in which it can be tried; pressed, it is explained here. */
export function LinkedWords({ text, before = NONE }: { text: string; before?: readonly string[] }) {
  const above = before.join('\n')
  const pieces = useMemo(() => linkWords(text, [above]), [text, above])
  return pieces.map(({ text: own, word }, i) =>
    word === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
      <Fragment key={i}>{own}</Fragment>
    ) : (
      <a
        key={word}
        className="word-link"
        href={`#scenario=${wordOf(word)?.scene}`}
        onClick={(event) => explain(event, word)}
      >
        {own}
      </a>
    ),
  )
}

function explain(event: MouseEvent<HTMLElement>, id: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  viewStore.setState({ tool: { is: 'word', id, x: left, y: bottom } })
}
