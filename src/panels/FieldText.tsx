import { useEffect, useState } from 'react'
import type { Field } from '../scenario/index.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { turn } from '../state/index.ts'

/** Text, taken when the field is left. */
export function FieldText({ node, field, value }: { node: ScenarioNode; field: Field; value: string }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = () => typed !== value && turn(node.id, field.name, typed, 'commit')
  return (
    <textarea
      className="field-text"
      aria-label={field.label}
      rows={2}
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
    />
  )
}
