import { useEffect, useState } from 'react'
import { setLinkKeys, type Where, whereOf } from '../scenario/index.ts'
import type { Link, ProducerNode, TopicNode } from '../scenario/scenario.ts'
import { applyEdit, useScenario } from '../state/index.ts'
import { SourceMark } from './SourceMark.tsx'

/** Where a topic or a producer sends to, and the keys that go each way: SNS filters (SNS.08), the producer's own program. */
export function LinkFilters({ node }: { node: ProducerNode | TopicNode }) {
  const scenario = useScenario((state) => state.scenario)
  const { links, nodes } = scenario
  const own = links.filter(({ from }) => from === node.id)
  // A producer with one way sends everything there: nothing is to be chosen until somebody does.
  const least = node.kind === 'topic' ? 1 : 2
  if (own.length < least && own.every(({ keys }) => keys === undefined)) return null
  return (
    <section>
      <h3>{node.kind === 'topic' ? 'Keys that each queue wants' : 'Keys that go each way'}</h3>
      {own.map((link) => (
        <Filter
          key={link.to}
          link={link}
          isAws={node.kind === 'topic'}
          where={whereOf(scenario)}
          name={nodes.find(({ id }) => id === link.to)?.name ?? link.to}
        />
      ))}
    </section>
  )
}

function Filter({ link, name, where, isAws }: { link: Link; name: string; where: Where; isAws: boolean }) {
  const keys = link.keys ?? ''
  const [typed, setTyped] = useState(keys)
  useEffect(() => setTyped(keys), [keys])
  const take = () => typed !== keys && applyEdit((scenario) => setLinkKeys(scenario, link.from, link.to, typed))
  return (
    <div className="field" title="Separated by commas; a key that ends in * stands for all that begin so.">
      <div className="field-name">
        <span>
          {name}
          {isAws && <SourceMark factId="SNS.08" of={`the filter of ${name}`} where={where} />}
        </span>
      </div>
      <input
        className="field-text"
        aria-label={isAws ? `Keys that ${name} wants` : `Keys that go to ${name}`}
        placeholder="all keys"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </div>
  )
}
