import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a file of this folder in a process of its own and gives what it printed as JSON. Fails with its error output. */
export async function inFreshProcess<Result>(
  file: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<Result> {
  const command = [...nodeOptions, 'src/cli/run.mjs', `tests/bench/${file}`, ...args]
  const { stdout } = await run(process.execPath, command, { cwd: root })
  return JSON.parse(stdout)
}
