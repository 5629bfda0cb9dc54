import type { Prediction } from '../prediction.ts'
import type { Intervention, NodeKind, Scenario } from '../scenario.ts'
import type { Sketch } from './sketch.ts'

/** What can be read of a learner's own document and run, beside what is in the document itself. */
export type Evidence = {
  scenario: Scenario
  nowMicros: number
  /** A gauge of a node or of one of its rows; NaN for a name that its kind does not have. */
  value: (nodeId: string, gauge: string, row?: number) => number
  /** Its change in the last second. */
  rate: (nodeId: string, gauge: string, row?: number) => number
  /** A guess is locked for this step. */
  guessed: boolean
  selectedId: string | null
}

type Than = 'above' | 'below' | 'equal'

/** What a step waits for. Each is judged on the learner's document and run alone, never on a click. */
export type Check =
  /** The value of a field now, with what was turned on the way. */
  | { is: 'field'; node: string; field: string; than: Than; value: number | string }
  /** `says` names the number in words. `times` makes the unit that is said, `perSecond` its change in the last second. */
  | {
      is: 'gauge'
      node: string
      gauge: string
      row?: number
      than: 'above' | 'below'
      value: number
      says: string
      times?: number
      unit?: string
      perSecond?: true
    }
  | { is: 'link'; from: string; to: string }
  | { is: 'playhead'; beyondSeconds: number }
  /** A guess is locked and the run has come to its answer. */
  | { is: 'guess'; beyondSeconds: number }
  | { is: 'done'; action: Intervention['action']; node: string; says: string }
  | { is: 'selected'; node?: string; kind?: NodeKind }
  | { is: 'all'; of: Check[] }

/** One step. It says all that its moment needs, so that it is the same wherever it is jumped to. */
export type LessonStep = {
  /** Two or three plain sentences. */
  says: string
  /** What the learner is to do; absent in a step that only explains. */
  asks?: string
  /** Said after a while. */
  hint?: string
  /** The built-in scene that it plays in, and what of it is set otherwise, as `node.field=value`. */
  scene: string
  set?: string[]
  /** Without the scene's own steps on the timeline. */
  bare?: true
  /** Links, as `from to`, that the scene has and this step has not. */
  unlink?: string[]
  /** Nodes of the scene that are not introduced yet: they are neither in the picture nor in the run. */
  without?: readonly string[]
  /** Where it begins; 0 when absent. */
  atSeconds?: number
  /** It stands still until the learner plays. */
  waits?: true
  speed?: number
  /** Nodes that it speaks about. */
  look?: readonly string[]
  check?: Check
  predict?: Prediction
  sketch?: Sketch
}

export type Lesson = { id: string; title: string; steps: LessonStep[] }
