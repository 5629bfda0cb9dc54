import type { Stage, StageResult } from './stage.ts'

/** Stages that begin together and are told in their order: programs that keep one processor busy leave the others idle. */
export function atOnce(stages: readonly Stage[]): Stage[] {
  let begun: Promise<PromiseSettledResult<StageResult>>[] | null = null
  const begin = () => stages.map(({ run }) => Promise.allSettled([run()]).then(([result]) => result))
  return stages.map((stage, i) => ({
    ...stage,
    run: async () => {
      begun ??= begin()
      const result = await begun[i]!
      if (result.status === 'rejected') throw result.reason
      return result.value
    },
  }))
}
