import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanReactFlow } from './vite.reactFlow.ts'

export default defineConfig({
  // Relative, so that the built page works under any sub-folder.
  base: './',
  plugins: [react(), leanReactFlow()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Nothing is inlined: fonts must stay files that load apart from the style sheet.
    assetsInlineLimit: 0,
    // Every browser that knows this target loads modules ahead by itself.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // How long each plugin took is no news for somebody who only starts the page.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // All that the page starts with is one file: cut where later files happen to share something, it would weigh more.
      output: {
        // The start names every file that may come later: each letter less of 180 hashes is a seventh of a KiB.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:6][extname]',
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'] },
            // What is small or never wanted without the other is one file too: the start names every file that may come.
            { name: 'catalogue', test: /(library\/catalogue|lessons\/useCatalogue)\.ts$/ },
            { name: 'Dialog', test: /(ui\/Dialog(Head)?\.tsx|tools\/closeTool\.ts)$/ },
            { name: 'inquiry', test: /(state\/inquiry\.ts|inquiry\/(useAnswer|bucketText)\.ts|ui\/Played\.tsx)$/ },
            { name: 'otherHelp', test: /help\/(topic|aggregator|monolith|downstream|archive|note)Help\.ts$/ },
            { name: 'panel', test: /panels\/(openShards|deadWorkers)\.ts$/ },
          ],
        },
      },
    },
  },
})
