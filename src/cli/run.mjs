// Node 20 cannot run TypeScript, so a command is bundled first: `node src/cli/run.mjs <entry.ts> [arguments]`.
// The bundle is made anew on every run (tens of milliseconds), so it can never be stale.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../../', import.meta.url))
const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) {
  process.stderr.write('Say which TypeScript file to run: node src/cli/run.mjs <entry.ts> [arguments]\n')
  process.exit(2)
}

const input = path.resolve(entry)
const name = path.relative(root, input).replace(/[^a-zA-Z0-9]+/g, '-')
// Inside node_modules, so that packages resolve; one folder a process, so that two commands never share a half-written file.
const bundles = path.join(root, 'node_modules/.cache/shardscope')
const folder = path.join(bundles, `${name}-${process.pid}`)
removeOrphans()

const isOurs = (id) => id.startsWith('.') || path.isAbsolute(id)
const bundle = await rolldown({
  input,
  platform: 'node',
  external: (id) => builtinModules.includes(id) || !isOurs(id),
  // A bundled file must still find the files that lie beside its source.
  plugins: [
    {
      name: 'source-addresses',
      transform: {
        filter: { code: 'import.meta.url' },
        handler: (code, id) => ({
          code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
          map: null,
        }),
      },
    },
  ],
})
// On exit and not after the import: a command may end the process itself, and a server outlives its module's first run.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const { output } = await bundle.write({ dir: folder, format: 'esm', sourcemap: 'inline', entryFileNames: 'entry.mjs' })
await bundle.close()

process.setSourceMapsEnabled(true)
process.argv = [process.argv[0] ?? 'node', input, ...args]
await import(pathToFileURL(path.join(folder, output[0].fileName)).href)

/** Removes the bundles of processes that were killed before they could do it themselves. */
function removeOrphans() {
  if (!existsSync(bundles)) return
  for (const orphan of readdirSync(bundles)) {
    const pid = Number(/-(\d+)$/.exec(orphan)?.[1])
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(bundles, orphan), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH' // a process of another user cannot be asked, but lives
  }
}
