import type { Scenario } from '../scenario.ts'
import type { Check } from './lesson.ts'

/** A number of the run that speaks: `{}` in the sentence around it. */
export type Told = { node: string; gauge: string; row?: number; times?: number; perSecond?: true }

/** One of the causes that are offered. */
export type Cause = {
  text: string
  /** What the run says to it; each `{}` is the number of `told` in turn. Of the right one: the evidence for it. */
  evidence: string
  told: Told[]
  /** What would be done if it were the cause. */
  fixText: string
  /** As `node.field=value`, or a change of what stands there. */
  fix: string[] | ((scenario: Scenario) => Scenario)
}

/** A broken system with exactly one root cause, to be found from evidence. */
export type Fault = {
  id: string
  title: string
  /** What a user of that system complains about. */
  complaint: string
  scene: Scenario
  /** When the complaint is true in the run, with all that is needed to judge. */
  atSeconds: number
  speed?: number
  /** The symptom as it is measured. */
  symptom: Check
  causes: Cause[]
  /** Which of them is the right one. */
  right: number
}
