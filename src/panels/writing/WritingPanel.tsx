import { useEffect, useState } from 'react'
import { BOUNDS } from '../../scenario/bounds.ts'
import { type BriefText, setBriefText, setMinutes, TEXT_BOUNDS } from '../../scenario/briefEdits.ts'
import { setTitle } from '../../scenario/index.ts'
import { applyEdit, pageLink, useScenario, viewStore } from '../../state/index.ts'
import { chooseFile, saveFile } from '../../state/workbench/sceneFile.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { LinkMeter } from './LinkMeter.tsx'
import { OwnGuesses } from './OwnGuesses.tsx'
import { OwnNumber } from './OwnNumber.tsx'
import { OwnText } from './OwnText.tsx'
import { TrySteps } from './TrySteps.tsx'
import './writing.css'

const close = () => viewStore.setState({ writing: false })

/** In place of the question: the form in which it is written. Whatever is typed is part of the document at once. */
export default function WritingPanel() {
  const { title, brief } = useScenario((state) => state.scenario)
  return (
    <aside className="left writing-side" id="brief" aria-label="Write" tabIndex={-1}>
      <div className="writing">
        <div className="writing-head">
          <h1>Write</h1>
          <IconButton label="Done, show it as a reader sees it" onClick={close}>
            {icons.close}
          </IconButton>
        </div>
        <div className="writing-body">
          <OwnText label="Title" value={title} bound={BOUNDS.titleLength} rows={1} write={setTitle} />
          <Words name="question" label="Question" />
          <Words name="watchFor" label="Watch for" />
          <TrySteps />
          <OwnGuesses />
          <section className="writing-part">
            <h2>Afterwards</h2>
            <Words name="whatYouLearn" label="What you learn" />
            <Words name="commonMistake" label="A common mistake" />
            <Words name="correction" label="What holds today, where it is often told otherwise" />
          </section>
          <section className="writing-part">
            <h2>For the teacher</h2>
            <OwnNumber
              label="Takes, 0 for not said"
              unit="min"
              value={brief.minutes ?? 0}
              from={0}
              to={BOUNDS.minutes}
              onWrite={(minutes) => applyEdit((scenario) => setMinutes(scenario, minutes))}
            />
            <Words name="notes" label="Notes" rows={4} />
          </section>
        </div>
        <Keep />
      </div>
    </aside>
  )
}

function Words({ name, label, rows = 2 }: { name: BriefText; label: string; rows?: number }) {
  const value = useScenario((state) => state.scenario.brief[name] ?? '')
  return (
    <OwnText
      label={label}
      value={value}
      bound={TEXT_BOUNDS[name]}
      rows={rows}
      write={(scenario, text) => setBriefText(scenario, name, text)}
    />
  )
}

const SETTLED_MS = 400

/** How long the link has become, and the file, which has no such bound. */
function Keep() {
  const scenario = useScenario((state) => state.scenario)
  const [characters, setCharacters] = useState<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document has another link
  useEffect(() => {
    let gone = false
    const timer = setTimeout(() => {
      void pageLink().then((link) => !gone && setCharacters(link?.length ?? null))
    }, SETTLED_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [scenario])
  return (
    <div className="writing-keep">
      {characters !== null && <LinkMeter characters={characters} />}
      <div className="own-buttons">
        <Button onClick={saveFile}>Save a file</Button>
        <Button onClick={chooseFile}>Open a file</Button>
      </div>
    </div>
  )
}
