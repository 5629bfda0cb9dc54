import { useEffect, useState } from 'react'
import { loadBuiltIn } from '../scenario/index.ts'
import { CATALOGUE } from '../scenario/library/catalogue.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** All built-in scenes by id, in order, once they are there. Those that did not arrive are missing, and asked for again at the next opening. */
export function useCatalogue(wanted = true): ReadonlyMap<string, Scenario> {
  const [scenes, setScenes] = useState<ReadonlyMap<string, Scenario>>(new Map())
  const complete = scenes.size === CATALOGUE.length
  useEffect(() => {
    if (!wanted || complete) return
    let gone = false
    void Promise.all(CATALOGUE.map(({ id }) => loadBuiltIn(id).catch(() => null))).then((all) => {
      if (gone) return
      const arrived = all.filter((scenario) => scenario !== null)
      setScenes(new Map(arrived.map((scenario) => [scenario.id ?? '', scenario])))
    })
    return () => {
      gone = true
    }
  }, [wanted, complete])
  return scenes
}
