import { useMemo } from 'react'
import { scenarioStore } from '../../state/index.ts'
import { faultPicks } from './faultPicks.ts'
import { PickList } from './PickList.tsx'

/** Faults to choose from; what this scene cannot have comes last, with the reason. */
export default function Faults() {
  const picks = useMemo(() => {
    const all = faultPicks(scenarioStore.getState().scenario)
    return all.sort((a, b) => Number(a.isRefused ?? false) - Number(b.isRefused ?? false))
  }, [])
  return <PickList label="Cause a fault" picks={picks} />
}
