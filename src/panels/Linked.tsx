import { type ComponentType, useSyncExternalStore } from 'react'

type LinkedProps = {
  text: string
  /** Texts above it: what is linked there is not linked again. */
  before?: readonly string[]
}

// The words load when somebody moves, presses or touches for the first time: a page that nobody looks at needs no links.
const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const
let part: ComponentType<LinkedProps> | null = null
let asked = false
const waiting = new Set<() => void>()

function ask() {
  for (const sign of SIGNS) removeEventListener(sign, ask)
  void import('./glossary/LinkedWords.tsx').then(
    ({ LinkedWords }) => {
      part = LinkedWords
      for (const tell of waiting) tell()
    },
    // A text without links says the same.
    () => {},
  )
}

function subscribe(tell: () => void) {
  waiting.add(tell)
  if (!asked) for (const sign of SIGNS) addEventListener(sign, ask, { passive: true })
  asked = true
  return () => waiting.delete(tell)
}

/** A text whose words lead to the glossary. */
export function Linked(props: LinkedProps) {
  const Words = useSyncExternalStore(subscribe, () => part)
  return Words === null ? props.text : <Words {...props} />
}
