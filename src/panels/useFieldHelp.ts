import { useEffect, useState } from 'react'
import type { KindHelp } from '../scenario/help/fieldHelp.ts'
import { helpOf } from '../scenario/help/kindHelp.ts'
import type { NodeKind } from '../scenario/scenario.ts'

const known = new Map<NodeKind, KindHelp>()

/** The help of a kind's fields; null until it is loaded, which begins at once or `after` something. */
export function useFieldHelp(kind: NodeKind, after?: () => Promise<void>): KindHelp | null {
  const [, seen] = useState<NodeKind | null>(null)
  const help = known.get(kind) ?? null
  useEffect(() => {
    if (help !== null) return
    let isWanted = true
    const load = () => helpOf(kind)
    void (after === undefined ? load() : after().then(load)).then((loaded) => {
      known.set(kind, loaded)
      if (isWanted) seen(kind)
    })
    return () => {
      isWanted = false
    }
  }, [help, kind, after])
  return help
}
