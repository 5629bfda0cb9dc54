import { wiringRefusal } from '../../scenario/index.ts'
import { scenarioStore } from '../../state/index.ts'
import { tryConnect } from '../../state/workbench/linking.ts'
import { nameOf } from '../../state/workbench/selection.ts'
import { type Pick, PickList } from './PickList.tsx'

/** Where a link may go from a node; what is refused is listed with its reason. */
export default function ConnectTo({ fromId }: { fromId: string }) {
  const { scenario } = scenarioStore.getState()
  const picks = scenario.nodes
    .filter((node) => node.id !== fromId)
    .map((node): Pick => {
      const reason = wiringRefusal(scenario, fromId, node.id)
      return {
        id: node.id,
        text: node.name,
        sort: reason === null ? 'link' : 'not possible',
        ...(reason === null ? {} : { detail: reason, isRefused: true }),
        run: () => tryConnect(fromId, node.id),
      }
    })
    .sort((a, b) => Number(a.isRefused ?? false) - Number(b.isRefused ?? false))
  return <PickList label={`Connect ${nameOf(fromId)} to`} picks={picks} />
}
