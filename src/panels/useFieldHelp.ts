import { useEffect, useState } from 'react'
import type { KindHelp } from '../scenario/help/fieldHelp.ts'
import { helpOf } from '../scenario/help/kindHelp.ts'
import type { NodeKind } from '../scenario/scenario.ts'

const known = new Map<NodeKind, KindHelp>()

/** The help of a kind's fields; null for the moment in which it is loaded for the first time. */
export function useFieldHelp(kind: NodeKind): KindHelp | null {
  const [, seen] = useState<NodeKind | null>(null)
  const help = known.get(kind) ?? null
  useEffect(() => {
    if (help !== null) return
    let isWanted = true
    void helpOf(kind).then((loaded) => {
      known.set(kind, loaded)
      if (isWanted) seen(kind)
    })
    return () => {
      isWanted = false
    }
  }, [help, kind])
  return help
}
