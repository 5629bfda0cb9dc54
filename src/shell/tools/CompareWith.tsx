import { useEffect, useMemo, useState } from 'react'
import { loadCatalogue } from '../../scenario/library/catalogue.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { earliest, scenarioStore, useScenario, viewStore } from '../../state/index.ts'
import { comparePicks, versionPicks } from './comparePicks.ts'
import { PickList } from './PickList.tsx'

/** What can be set beside this scene: its own versions first, then every scene of the library. */
export default function CompareWith() {
  const here = useScenario((state) => state.scenario)
  const [scenes, setScenes] = useState<readonly Scenario[]>([])
  // Without them the versions can still be chosen.
  useEffect(() => {
    loadCatalogue().then(setScenes, () => {})
  }, [])
  const picks = useMemo(() => {
    const { asides } = viewStore.getState()
    return [...versionPicks(here, earliest(), asides), ...comparePicks(scenarioStore.getState().scenario, scenes)]
  }, [here, scenes])
  return <PickList label="Compare with a version or a scene" picks={picks} />
}
