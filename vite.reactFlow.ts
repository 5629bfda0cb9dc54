import type { Plugin } from 'vite'

const NO_COLOR = '\0no-color'

/** What d3-interpolate and d3-transition import of d3-color. */
const NAMES = ['color', 'rgb', 'hsl', 'lab', 'hcl', 'cubehelix']

/**
 * React Flow without what this page never asks it for: a sixth of it.
 *
 * - Parts that nobody imports (small map, resizing, buttons) stay because they are given names for developers' tools and because
 *   nothing says that `memo` may be left out with what it makes.
 * - Its zoom glides by d3's transitions, which could change colours as well. None is given to them here, so `color` may answer
 *   what it answers for a text that is no colour. Should something import more of d3-color, the build fails.
 */
export function leanReactFlow(): Plugin {
  return {
    name: 'lean-react-flow',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^d3-color$/ }, handler: () => NO_COLOR },
    load: {
      filter: { id: /^\0no-color$/ },
      handler: () => NAMES.map((name) => `export function ${name}() { return null }`).join('\n'),
    },
    transform: {
      filter: { id: /@xyflow\/react\/dist\/esm\/index\.js$/ },
      handler: (code) => ({
        code: code
          .replace(/^\w+\.displayName = '\w+';$/gm, '')
          .replace(/ = (?=(?:memo|forwardRef)\()/g, ' = /* @__PURE__ */ '),
        map: null,
      }),
    },
  }
}
