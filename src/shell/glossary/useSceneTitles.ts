import { useEffect, useState } from 'react'
import { loadCatalogue } from '../../scenario/library/catalogue.ts'

/** How the built-in scenes are called, by id, once they are there. */
export function useSceneTitles(): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let gone = false
    loadCatalogue().then(
      (all) => !gone && setTitles(new Map(all.map(({ id = '', title }) => [id, title]))),
      // Without titles every scene still opens.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [])
  return titles
}
