import { type Chosen, SPECIAL } from '../../charts/panel/chosen.ts'
import { NODE_WORDS, ROW_WORDS } from '../../protocol/gaugeWords.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { viewStore } from '../../state/index.ts'
import type { Pick } from './PickList.tsx'

/** Every chart that the scene can have, by the names of its node and its number. */
export function chartPicks({ nodes }: Scenario): Pick[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'note') return []
    const { kind, id: nodeId, name } = node
    const pick = (label: string, show: Chosen): Pick => ({
      id: `chart ${nodeId} ${label}`,
      text: `Chart: ${name}, ${label}`,
      sort: 'chart',
      run: () => viewStore.setState({ bench: { show } }),
    })
    return [
      ...SPECIAL.filter(({ kinds }) => kinds.includes(kind)).map(({ is, label }) => pick(label, { is, nodeId })),
      ...Object.entries(NODE_WORDS[kind]).map(([gauge, { label }]) => pick(label, { is: 'gauge', nodeId, gauge })),
      ...Object.entries(ROW_WORDS[kind] ?? {}).map(([gauge, { label }]) =>
        pick(`${label}, each for itself`, { is: 'gauge', nodeId, gauge, rows: 'each' }),
      ),
    ]
  })
}
