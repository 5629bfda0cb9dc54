import { runProgram } from './runProgram.ts'
import { failedOnce, passedOnce, type Stage } from './stage.ts'

/** A stage that is one program: it passes when the program ends well. */
export function programStage(name: string, program: string, args: readonly string[], isNeeded = false): Stage {
  return {
    name,
    isNeeded,
    run: async () => {
      const { code, output } = await runProgram(program, args)
      return code === 0 ? passedOnce : failedOnce([program, ...args].join(' '), output.trim())
    },
  }
}
