import { expect, test } from 'vitest'
import { readTexts } from '../layers/sourceFiles.ts'

// Light and dark have one geometry: what fits in one fits in the other. The tests of texts and controls in the browser
// go through every width in the light theme alone, and rest on this.

const sheets = readTexts('src', ['.css'])

/** Selector and declarations of each rule, also of those inside a query. */
function rulesOf(css: string): { selector: string; around: string; body: string }[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const around: string[] = []
  let text = ''
  const rules: { selector: string; around: string; body: string }[] = []
  for (const character of plain) {
    if (character === '{') {
      around.push(text.trim())
      text = ''
    } else if (character === '}') {
      const selector = around.pop() ?? ''
      if (text.includes(':')) rules.push({ selector, around: around.join(' '), body: text })
      text = ''
    } else if (character === ';' && around.length === 0) text = ''
    else text += character
  }
  return rules
}

/** Declarations of rules for one theme that could move or size something. */
function otherThanColour(css: string): string[] {
  return rulesOf(css)
    .filter(({ selector, around }) => /data-theme|prefers-color-scheme|light-dark/.test(`${around} ${selector}`))
    .flatMap(({ body }) => body.split(';').map((each) => each.trim()))
    .filter((each) => each !== '')
    .filter((each) => !/^(--[\w-]+|background): (#[0-9a-f]{3,8}|rgb\([\d ./]+\)|0?\.\d+)$/.test(each))
    .filter((each) => each !== 'color-scheme: dark')
}

test('rules for one theme set colours and nothing else', () => {
  const found = Object.entries(sheets).flatMap(([path, css]) => otherThanColour(css).map((each) => `${path}: ${each}`))
  expect(found).toEqual([])
  const dark = Object.values(sheets).flatMap((css) => rulesOf(css).filter(({ selector }) => /"dark"/.test(selector)))
  expect(dark.length).toBeGreaterThan(2)
})

test('a rule for one theme that sizes something is found', () => {
  expect(otherThanColour(':root[data-theme="dark"] .a { color: #fff; --gap: 3px; padding: 0 2px }')).toEqual([
    'color: #fff',
    '--gap: 3px',
    'padding: 0 2px',
  ])
  expect(otherThanColour('@media (prefers-color-scheme: dark) { .a { border: 1px solid } } .b { top: 0 }')).toEqual([
    'border: 1px solid',
  ])
})

test('a number that a theme sets is an opacity, and used as one', () => {
  const numbers = Object.values(sheets).flatMap((css) =>
    rulesOf(css)
      .filter(({ selector }) => selector.includes('data-theme'))
      .flatMap(({ body }) => [...body.matchAll(/(--[\w-]+): 0?\.\d+/g)].map(([, name]) => name)),
  )
  expect([...new Set(numbers)]).toEqual(['--ribbon'])
  const uses = Object.values(readTexts('src', ['.css', '.ts', '.tsx'])).flatMap(
    (text) => text.match(/.*var\(--ribbon\).*/g) ?? [],
  )
  expect(uses.length).toBeGreaterThan(0)
  for (const use of uses) expect(use).toMatch(/^ +(fill-|stroke-)?opacity: var\(--ribbon\);$/)
})

test('code that asks for the theme draws or names it: nothing is laid out by it', () => {
  const asking = Object.entries(readTexts('src', ['.ts', '.tsx']))
    .filter(([, text]) => /data-theme|prefers-color-scheme/.test(text))
    .map(([path]) => path)
    .sort()
  expect(asking).toEqual([
    // Painters of the canvas read the colours again.
    'src/canvas/marks/keyLight.ts',
    'src/canvas/palette.ts',
    // The button is called by the theme that it leads to; its name is not drawn.
    'src/shell/Header.tsx',
    'src/shell/appearance.ts',
    'src/shell/useRootAttribute.ts',
  ])
})
