import { layerOf, type SourceTexts, type Violations } from './sourceFiles.ts'
import { nameOf, placeOf, type SyntaxNode, stringOf, walkSyntax } from './syntax.ts'

/** The one file that may touch the built-in arithmetic, because it says which of it is the same in every browser. */
const ARITHMETIC = 'src/engine/kernel/detMath.ts'

/** A run depends on its plan and its seed alone. Each of these would let in the machine, the hour, the place or the browser. */
const BANNED_GLOBALS: Readonly<Record<string, string>> = {
  Date: 'the clock',
  performance: 'the clock',
  setTimeout: 'a timer',
  setInterval: 'a timer',
  setImmediate: 'a timer',
  queueMicrotask: 'a timer',
  requestAnimationFrame: 'a timer',
  Promise: 'a timer',
  crypto: 'chance',
  WeakRef: 'chance (the garbage collector)',
  FinalizationRegistry: 'chance (the garbage collector)',
  SharedArrayBuffer: 'another thread',
  Atomics: 'another thread',
  Intl: 'the locale',
  fetch: 'the network',
  console: 'the host',
  document: 'the host',
  navigator: 'the host',
  window: 'the host',
  self: 'a way round the names above',
  globalThis: 'a way round the names above',
  eval: 'a way round the names above',
  Function: 'a way round the names above',
}

const isLocaleMethod = (name: string): boolean => name === 'localeCompare' || name.startsWith('toLocale')

/** No clock, no chance, no locale and no timer in the engine. */
export function engineWordViolations(texts: SourceTexts): Violations {
  return inEngine(texts, (node, parent) => {
    if (node.type === 'AwaitExpression') return 'await lets a timer in'
    const word = nameOf(node) ?? (isIndex(node, parent) ? stringOf(node) : null)
    if (word === null) return null
    if (isLocaleMethod(word)) return `${word} lets the locale in`
    return Object.hasOwn(BANNED_GLOBALS, word) && !isFieldName(node, parent)
      ? `${word} lets in ${BANNED_GLOBALS[word]}`
      : null
  })
}

/** Math and the power operator differ between browsers in their last bits, so one file alone may use them. */
export function engineMathViolations(texts: SourceTexts): Violations {
  const { [ARITHMETIC]: _allowed, ...others } = texts
  return inEngine(others, (node, parent) => {
    if (nameOf(node) === 'Math') return 'Math stands outside the one file for it'
    if (isIndex(node, parent) && stringOf(node) === 'Math') return 'Math stands outside the one file for it'
    if (node['operator'] === '**' || node['operator'] === '**=') return 'the power operator differs between browsers'
    return null
  })
}

type Judge = (node: SyntaxNode, parent: SyntaxNode | null) => string | null

function inEngine(texts: SourceTexts, judge: Judge): Violations {
  const violations: string[] = []
  for (const [path, text] of Object.entries(texts)) {
    if (layerOf(path) !== 'engine') continue
    walkSyntax(path, text, (node, parent) => {
      const violation = judge(node, parent)
      if (violation !== null) violations.push(`${placeOf(path, text, node)}: ${violation}`)
    })
  }
  return violations
}

/** `x['name']`: a name written as a string. */
const isIndex = (node: SyntaxNode, parent: SyntaxNode | null): boolean =>
  parent?.type === 'MemberExpression' && parent['computed'] === true && parent['property'] === node

/** `x.self` and `{ self: 1 }` name a field and not the global. */
function isFieldName(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent === null || parent['computed'] === true || parent['shorthand'] === true) return false
  return parent['property'] === node || (parent['key'] === node && parent.type !== 'ImportAttribute')
}
