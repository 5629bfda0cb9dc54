import { useMemo } from 'react'
import { useCatalogue } from '../../lessons/useCatalogue.ts'
import { LESSONS } from '../../scenario/course/catalogue.ts'
import { FAULTS } from '../../scenario/course/faultCatalogue.ts'
import { KIND_NAMES, NODE_KINDS } from '../../scenario/kindNames.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { startLesson } from '../../state/course/startLesson.ts'
import { useScenario, useSession, viewStore } from '../../state/index.ts'
import { alignSelected } from '../../state/workbench/editing.ts'
import { placeNew } from '../../state/workbench/placing.ts'
import { chooseFile, saveFile } from '../../state/workbench/sceneFile.ts'
import { stage } from '../../state/workbench/stageDoor.ts'
import { COMMANDS } from '../keyboard.ts'
import { COMMAND_NAMES, KEY_WORDS } from '../keyWords.ts'
import { openBuiltIn } from '../openBuiltIn.ts'
import { chartPicks } from './chartPicks.ts'
import { EDITS } from './editCommands.ts'
import { faultPicks } from './faultPicks.ts'
import { ALIGNMENTS } from './menuEntries.ts'
import { type Pick, PickList, type Started } from './PickList.tsx'
import { sceneProblems } from './sceneProblems.ts'

/** Everything that can be done or gone to, found by its name. */
export default function Commands({ start }: { start: Started }) {
  const { speed } = useSession()
  const scenario = useScenario((state) => state.scenario)
  // Without them everything else can still be found.
  const scenes = useCatalogue()
  const picks = useMemo(() => allPicks(scenario, speed, [...scenes.values()]), [scenario, speed, scenes])
  return <PickList label="Find a command, a node, a scene" picks={picks} start={start} />
}

function allPicks(scenario: Scenario, speed: number, scenes: readonly Scenario[]): Pick[] {
  return [
    ...scenario.nodes.map(
      (node): Pick => ({
        id: `node ${node.id}`,
        text: node.name,
        sort: 'on the canvas',
        run: () => goTo(node.id),
      }),
    ),
    ...sceneProblems(scenario).map(
      ({ problem, nodeName }): Pick => ({
        id: `problem ${problem.text}`,
        text: `Problem: ${nodeName}`,
        detail: problem.text,
        sort: 'problem',
        run: () => goTo(problem.nodeId),
      }),
    ),
    ...COMMAND_NAMES.map((name): Pick => {
      const [what, keys = ''] = KEY_WORDS[name]
      return { id: `command ${name}`, text: what, sort: 'command', keys, run: () => COMMANDS[name].run(speed) }
    }),
    ...EXTRA.map(([text, run]): Pick => ({ id: `extra ${text}`, text, sort: 'command', run })),
    ...ALIGNMENTS.map(
      ([how, text]): Pick => ({
        id: `align ${how}`,
        text,
        sort: 'command',
        run: () => alignSelected(how),
      }),
    ),
    ...scenario.nodes.filter(hasConsole).map(
      ({ id, name }): Pick => ({
        id: `console ${id}`,
        text: `API console: ${name}`,
        sort: 'command',
        run: () => viewStore.setState({ selectedId: id, alsoSelected: [], selectedLink: null, consoleId: id }),
      }),
    ),
    ...faultPicks(scenario),
    ...NODE_KINDS.map(
      (kind): Pick => ({
        id: `add ${kind}`,
        text: `Add: ${KIND_NAMES[kind]}`,
        sort: 'palette',
        run: () => add(kind),
      }),
    ),
    ...LESSONS.map(
      ({ id, title, about }): Pick => ({
        id: `lesson ${id}`,
        text: `Lesson: ${title}`,
        detail: about,
        sort: 'lesson',
        run: () => startLesson(id),
      }),
    ),
    ...FAULTS.map(
      ({ id, title, complaint }): Pick => ({
        id,
        text: `Find the fault: ${title}`,
        detail: complaint,
        sort: 'fault to find',
        run: () => startLesson(id),
      }),
    ),
    ...scenes.map(
      ({ id = '', title, brief }): Pick => ({
        id: `scene ${id}`,
        text: `Open: ${title}`,
        detail: brief.question,
        sort: 'scene',
        run: () => void openBuiltIn(id),
      }),
    ),
    ...chartPicks(scenario),
  ]
}

const hasConsole = ({ kind }: { kind: string }) =>
  kind === 'stream' || kind === 'queue' || kind === 'fifoQueue' || kind === 'kinesisQueue'

const EXTRA: readonly (readonly [string, () => void])[] = [
  ['New, an empty page', EDITS.newScene],
  ['Arrange', EDITS.arrange],
  ['Compare with a version or another scene', () => viewStore.setState({ tool: { is: 'compare' } })],
  ['Save the scene as a file', saveFile],
  ['Open a scene from a file', chooseFile],
  ['Workshop: several scenes in one link', () => viewStore.setState({ tool: { is: 'workshop' } })],
  ['Handout: paper for a class', () => viewStore.setState({ tool: { is: 'handout' } })],
  ['Charts: any number over time', () => viewStore.setState({ bench: {} })],
]

function goTo(id: string): void {
  viewStore.getState().select(id)
  stage()?.show(id)
  stage()?.focus(id)
}

function add(kind: (typeof NODE_KINDS)[number]): void {
  const id = placeNew(kind, null)
  if (id !== null) goTo(id)
}
