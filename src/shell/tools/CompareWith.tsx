import { useMemo } from 'react'
import { useCatalogue } from '../../lessons/useCatalogue.ts'
import { earliest, scenarioStore, useScenario, viewStore } from '../../state/index.ts'
import { comparePicks, versionPicks } from './comparePicks.ts'
import { PickList } from './PickList.tsx'

/** What can be set beside this scene: its own versions first, then every scene of the library. */
export default function CompareWith() {
  const here = useScenario((state) => state.scenario)
  // Without them the versions can still be chosen.
  const scenes = useCatalogue()
  const picks = useMemo(() => {
    const { asides } = viewStore.getState()
    return [
      ...versionPicks(here, earliest(), asides),
      ...comparePicks(scenarioStore.getState().scenario, [...scenes.values()]),
    ]
  }, [here, scenes])
  return <PickList label="Compare with a version or a scene" picks={picks} />
}
