import { fieldOf } from '../fields.ts'
import { formatQuantity } from '../quantity.ts'
import type { Scenario } from '../scenario.ts'
import { valueAt } from '../valueAt.ts'
import type { Check, Evidence } from './lesson.ts'
import { clock, numberText } from './words.ts'

/** `reads`: the number or the thing that the check looks at, as it stands now, and what is wanted of it. */
export type Verdict = { done: boolean; reads: string }

const HOLDS = {
  above: (one: number, other: number) => one > other,
  below: (one: number, other: number) => one < other,
  equal: (one: number, other: number) => one === other,
}

/** Pure: equal evidence, equal verdict. What is not there (a node that was deleted) is not done. */
export function judge(check: Check, evidence: Evidence): Verdict {
  const { scenario, nowMicros } = evidence
  switch (check.is) {
    case 'field':
      return judgeField(check, scenario, nowMicros)
    case 'gauge':
      return judgeGauge(check, evidence)
    case 'link': {
      const done = scenario.links.some(({ from, to }) => from === check.from && to === check.to)
      const ends = `${nameOf(scenario, check.from)} to ${nameOf(scenario, check.to)}`
      return { done, reads: `link ${ends}: ${done ? 'drawn' : 'not there yet'}` }
    }
    case 'playhead':
      return {
        done: nowMicros > check.beyondSeconds * 1e6,
        reads: `played to ${clock(nowMicros / 1e6)}, wanted ${clock(check.beyondSeconds)}`,
      }
    case 'guess': {
      if (!evidence.guessed) return { done: false, reads: 'no guess is locked yet' }
      const done = nowMicros >= check.beyondSeconds * 1e6
      const answer = `the run answers at ${clock(check.beyondSeconds)}`
      return { done, reads: done ? 'guessed and answered' : `locked; ${answer}, now ${clock(nowMicros / 1e6)}` }
    }
    case 'done': {
      const step = scenario.interventions.find(
        ({ at, node, action }) => action === check.action && node === check.node && at <= nowMicros,
      )
      return {
        done: step !== undefined,
        reads: `${check.says}: ${step === undefined ? 'not yet' : clock(step.at / 1e6)}`,
      }
    }
    case 'selected': {
      const node = scenario.nodes.find(({ id }) => id === evidence.selectedId)
      const done = node !== undefined && (check.node ?? node.id) === node.id && (check.kind ?? node.kind) === node.kind
      return { done, reads: `selected: ${node?.name ?? 'nothing'}` }
    }
    case 'all': {
      const verdicts = check.of.map((one) => judge(one, evidence))
      return { done: verdicts.every(({ done }) => done), reads: verdicts.map(({ reads }) => reads).join('; ') }
    }
  }
}

function judgeField(check: Extract<Check, { is: 'field' }>, scenario: Scenario, nowMicros: number): Verdict {
  const node = scenario.nodes.find(({ id }) => id === check.node)
  const field = node === undefined ? undefined : fieldOf(node.kind, check.field)
  const value = valueAt(scenario, check.node, check.field, nowMicros)
  if (node === undefined || field === undefined || value === undefined)
    return { done: false, reads: `${check.node} is not there` }
  const done =
    typeof value === 'number' && typeof check.value === 'number'
      ? HOLDS[check.than](value, check.value)
      : check.than === 'equal' && value === check.value
  const said = (one: number | string) =>
    typeof one === 'number'
      ? formatQuantity(one, field.unit)
      : (field.choices?.find((choice) => choice.value === one)?.label ?? one)
  const wanted = `${check.than === 'equal' ? '' : `${check.than} `}${said(check.value)}`
  return { done, reads: `${node.name}, ${field.label}: ${said(value)}, wanted ${wanted}` }
}

function judgeGauge(check: Extract<Check, { is: 'gauge' }>, { value, rate }: Evidence): Verdict {
  const read = check.perSecond ? rate : value
  const number = read(check.node, check.gauge, check.row) * (check.times ?? 1)
  const unit = check.unit === undefined ? '' : ` ${check.unit}`
  return {
    done: HOLDS[check.than](number, check.value),
    reads: `${check.says}: ${text(number)}${unit}, wanted ${check.than} ${text(check.value)}${unit}`,
  }
}

const text = (value: number) => (Number.isNaN(value) ? 'unknown' : numberText(value))

const nameOf = ({ nodes }: Scenario, id: string) => nodes.find((node) => node.id === id)?.name ?? id
