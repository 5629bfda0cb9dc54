import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')

/** The declarations of the first block that follows a text. */
function declarations(after: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(after))
  const body = css.slice(from + 1, css.indexOf('}', from)).replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return Object.fromEntries([...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]))
}

const light = declarations(':root {')
const dark = declarations(':root[data-theme="dark"] {')

/** WCAG's contrast of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
    const [red = 0, green = 0, blue = 0] = [0, 2, 4]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

test('dark is the same before and after the script has run', () => {
  expect(declarations(':root:not([data-theme])')).toEqual(dark)
  expect(Object.keys(dark).length).toBeGreaterThan(30)
})

describe.each([
  ['light', light],
  ['dark', { ...light, ...dark }],
])('in %s', (_, token) => {
  const of = (name: string) => token[name] ?? ''

  test.each(['--paper', '--panel', '--sunk'])('text can be read on %s', (surface) => {
    for (const ink of ['--ink', '--ink-2', '--ink-3', '--stop', '--act'])
      expect(contrast(of(ink), of(surface)), ink).toBeGreaterThanOrEqual(4.5)
  })

  test('outlines of controls and paints of messages stand out from their ground', () => {
    for (const ground of ['--paper', '--panel'])
      expect(contrast(of('--edge'), of(ground)), ground).toBeGreaterThanOrEqual(3)
    for (const letter of 'ABCDEFGH') {
      expect(contrast(of(`--k${letter}`), of('--paper')), letter).toBeGreaterThanOrEqual(2.95)
      expect(contrast(of(`--o${letter}`), of(`--k${letter}`)), letter).toBeGreaterThanOrEqual(4.5)
    }
  })
})
