import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/**
 * Loads a module of ours with all that it imports, as one bundle. The loader of the browser tests translates file by file, and
 * in three processes: for engine and scenes that takes a quarter of a minute before the first test, a bundle a tenth of a second.
 */
export async function bundled<T>(file: URL): Promise<T> {
  const bundle = await rolldown({ input: fileURLToPath(file), platform: 'node' })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`)
}
