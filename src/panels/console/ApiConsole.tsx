import { type FormEvent, useState } from 'react'
import { stepRefusal } from '../../scenario/index.ts'
import { act, useGauges, useScenario } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choice.tsx'
import { clockText } from '../../ui/clockText.ts'
import { openShards } from '../openShards.ts'
import './console.css'
import { type Call, type Called, callsOf, type Parameter } from './calls.ts'
import { callsMade } from './callText.ts'
import { errorName } from './errorNames.ts'

/** Single calls to a stream or queue at the moment shown, and what each was answered. Each is a step of the scene. */
export default function ApiConsole({ node }: { node: Called }) {
  const [chosen, setChosen] = useState(0)
  const present = usePresent(node)
  const calls = callsOf(node, present)
  const call = calls[Math.min(chosen, calls.length - 1)]
  if (call === undefined) return null
  return (
    <div className="console">
      <Select
        label="Call"
        value={call.name}
        options={calls.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => setChosen(calls.findIndex((one) => one.name === name))}
      />
      <Parameters key={`${node.id} ${call.name}`} call={call} nodeId={node.id} />
      <History node={node} />
    </div>
  )
}

function usePresent(node: Called) {
  const { interventions, nodes, links } = useScenario((state) => state.scenario)
  const open = useGauges((g) => (node.kind === 'stream' ? openShards(g, node) : []))
  const hours = useGauges((g) => {
    if (node.kind !== 'stream') return 0
    const last = interventions.findLast(
      (step, i) => step.node === node.id && step.action === 'setRetention' && g.answer(i) === 'done',
    )
    return last?.action === 'setRetention' ? last.hours : node.retentionHours
  })
  const isDeadLetterQueue = links.some(
    ({ from, to }) => to === node.id && nodes.some(({ id, kind }) => id === from && kind === node.kind),
  )
  return { open, hours, isDeadLetterQueue }
}

function Parameters({ call, nodeId }: { call: Call; nodeId: string }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [fault, setFault] = useState('')
  const values = Object.fromEntries(call.parameters.map(({ name, first }) => [name, typed[name] ?? first]))
  function send(event: FormEvent) {
    event.preventDefault()
    const step = call.step(values)
    setFault(typeof step === 'string' ? step : '')
    if (typeof step !== 'string') act(nodeId, step)
  }
  return (
    <form onSubmit={send}>
      <p>{call.says}</p>
      {call.parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          onChange={(value) => setTyped({ ...typed, [parameter.name]: value })}
        />
      ))}
      <Button type="submit">Call {call.name}</Button>
      <p className="console-fault" role="status">
        {fault}
      </p>
    </form>
  )
}

type FieldProps = { parameter: Parameter; value: string; onChange: (value: string) => void }

function Field({ parameter: { name, options, unit }, value, onChange }: FieldProps) {
  if (options !== undefined)
    return (
      <div className="console-field">
        <code>{name}</code>
        <Select
          label={name}
          value={value}
          options={options.map((id) => ({ value: id, label: id }))}
          onChange={onChange}
        />
      </div>
    )
  return (
    <label className="console-field">
      <code>{name}</code>
      <span className="console-value">
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit}
      </span>
    </label>
  )
}

/** More than these would be a wall. */
const SHOWN = 12

function History({ node }: { node: Called }) {
  const interventions = useScenario((state) => state.scenario.interventions)
  const made = callsMade(interventions, node).slice(-SHOWN).reverse()
  const answers = useGauges((g) => made.map(({ step }) => g.answer(step)))
  if (made.length === 0) return <p className="console-none">No call was made yet.</p>
  return (
    <ol className="console-made" aria-label="Calls made">
      {made.map(({ step, at, text }, i) => (
        <li key={step}>
          <span className="console-at">{clockText(at)}</span> <code>{text}</code>
          <Answer answer={answers[i] ?? ''} />
        </li>
      ))}
    </ol>
  )
}

function Answer({ answer }: { answer: string }) {
  const refusal = stepRefusal(answer)
  if (refusal === null) return <p>{PLAIN[answer] ?? ''}</p>
  const name = errorName(answer)
  return (
    <p>
      <b>{name || 'Refused'}</b>
      {refusal.factId !== null && ` (${refusal.factId})`}: {refusal.text}.
    </p>
  )
}

const PLAIN: Readonly<Record<string, string>> = {
  done: 'Success.',
  notYet: 'Its moment has not come.',
  noMessage: 'Success: no messages.',
}
