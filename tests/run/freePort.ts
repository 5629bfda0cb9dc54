import { listen } from '../../src/cli/serve/listen.ts'

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const { server, port } = await listen(() => {}, '127.0.0.1', 0)
  await new Promise((resolve) => server.close(resolve))
  return port
}
