import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useScenario, useView } from '../../state/index.ts'
import { firstText, marks, useMarks } from '../../state/marks/index.ts'
import { clockText } from '../../ui/clockText.ts'
import { useSize } from '../../ui/useSize.ts'
import { sideBySide } from './lanes.ts'
import { MarkGlyph } from './MarkGlyph.tsx'
import './marks.css'

type Shown = { at: number; of: string; text: string }

/** Above the track: what happened for the first time, where the run will stop, and bookmarks. One press goes there. */
export default function TimelineMarks({ durationMicros }: { durationMicros: number }) {
  const { nodes, bookmarks = [] } = useScenario((state) => state.scenario)
  const isShown = useView((view) => view.marks)
  const { firsts, stops, isLooking } = useMarks()
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    marks.show(isShown)
  }, [isShown])
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id
  const all: Shown[] = [
    ...(isShown ? (firsts ?? []) : []).map((first) => ({
      ...{ at: first.atMicros, of: first.of, text: firstText(first, nameOf) },
    })),
    ...stops
      .filter(({ at }) => !(isShown && firsts?.some((first) => first.atMicros === at)))
      .map(({ at, text }) => ({ at, of: 'stop', text: `stop: ${text}` })),
    ...bookmarks.map(({ at, name }) => ({ at, of: 'bookmark', text: name })),
  ].sort((a, b) => a.at - b.at)
  const { width } = useSize(list)
  const places = sideBySide(
    all.map(({ at }) => (durationMicros > 0 ? (at / durationMicros) * width : 0)),
    width,
  )
  const focused = Math.min(chosen, all.length - 1)

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowRight: focused + 1, ArrowLeft: focused - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) {
      const next = Math.max(0, Math.min(all.length - 1, to))
      setChosen(next)
      ;(list.current?.children[next] as HTMLElement | undefined)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') marks.goTo(all[focused]?.at ?? 0)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      className={`marks ${isLooking ? 'is-old' : ''}`}
      role="listbox"
      aria-label="Marks on the timeline"
      aria-orientation="horizontal"
      aria-busy={isLooking}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {all.map(({ at, of, text }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keyboard
        <div
          key={`${of} ${at} ${text}`}
          role="option"
          aria-selected={i === focused}
          aria-label={`${clockText(at)}, ${text}`}
          tabIndex={i === focused ? 0 : -1}
          style={{ left: places[i] }}
          onFocus={() => setChosen(i)}
          onClick={() => marks.goTo(at)}
          data-side={at * 2 > durationMicros ? 'left' : 'right'}
        >
          <MarkGlyph of={of} />
          <span>
            {clockText(at)} {text}
          </span>
        </div>
      ))}
    </div>
  )
}
